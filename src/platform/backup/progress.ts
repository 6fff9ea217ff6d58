/** How far it has come: the step, the share of it (0 to 1), and the rows so far. */
export type Progress = (step: 'writing' | 'checking' | 'loading' | 'replaying', share: number, rows: number) => void
