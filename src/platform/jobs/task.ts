/** Ids and other words without personal data: a payload outlives the person it concerns. */
export type Payload = { readonly [name: string]: string | number | boolean | null }

/** Something the program does by itself: on a schedule, or when an act has queued it. */
export type Task<Working> = {
  readonly name: string
  readonly says: { readonly nb: string; readonly en: string }
  /** Five cron fields in UTC (minute, hour, day, month, weekday). Absent: only when an act asks. */
  readonly schedule?: string
  readonly run: (working: Working, payload: Payload) => Promise<unknown>
}
