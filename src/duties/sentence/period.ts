/** Lengths of time as terms. The database counts them (`make_interval`); JavaScript dates never do. */
export type Months = { readonly months: number }
export type Days = { readonly days: number }
export type Period = Months | Days

export function months(count: number): Months {
  return { months: count }
}

export function days(count: number): Days {
  return { days: count }
}

/** A PostgreSQL interval, such as `6 months`. */
export function period(length: Period): string {
  return 'months' in length ? `${length.months} months` : `${length.days} days`
}
