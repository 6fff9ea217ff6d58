/** Who handles breaches; everybody on the staff may report one. */
export const officers = ['privacy_officer', 'host'] as const
