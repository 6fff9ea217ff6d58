/** Who may change the statement and keep its records. */
export const keepers = ['privacy_officer', 'host'] as const
