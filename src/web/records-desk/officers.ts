/** Who keeps the records the law asks for. */
export const officers = ['privacy_officer', 'host'] as const
