export type Rule = {
  /** A PostgreSQL interval, or null where nothing but a decision ends it. */
  readonly period: string | null
  readonly from: string
  readonly nb: string
  readonly en: string
  readonly ground: string
  /** Whoever reads the law must look at it again by then (promise 0-e): YYYY-MM-DD. */
  readonly reviewedThrough: string
}
