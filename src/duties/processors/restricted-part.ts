/** What of a person is restricted, in the register's words; one of these. Undefined everywhere: everything (art. 19, section 5.1). */
export type RestrictedPart = {
  /** Declared columns, as `table.column`. */
  readonly fields?: readonly string[]
  /** A kind of data, as declared. */
  readonly category?: string
  /** The number of a paper, and what it is: `quote`, `order`. */
  readonly document?: string
  readonly of?: string
}

export function restrictedPart(stored: unknown): RestrictedPart | null {
  return (stored ?? null) as RestrictedPart | null
}
