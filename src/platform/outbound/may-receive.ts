/** What the register says of a recipient at that moment: the row of house.recipient_standing. */
export type Standing = {
  readonly role: 'processor' | 'controller' | 'own_module'
  readonly active: boolean
  readonly purposes: readonly string[]
  /** Purposes that go on although the yearly review is late. */
  readonly essential: readonly string[]
  /** Declared columns, as `table.column`. */
  readonly fields: readonly string[]
  /** The legal ground of the disclosure. */
  readonly ground: string
  readonly location: string
  readonly transfer_ground: string | null
  readonly agreement: 'current' | 'ended' | 'none'
  readonly review_overdue: boolean
}

export type Asked = {
  readonly purpose: string
  readonly fields: readonly string[]
  /** Asks for something that was given before to be deleted or corrected: goes on after the agreement has ended. */
  readonly recalls?: true
}

// The European Union, Iceland, Liechtenstein and Norway (the EEA, 2026).
const eea = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LV LT LU MT NL NO PL PT RO SK SI ES SE'.split(' '))

export function insideEea(country: string): boolean {
  return eea.has(country)
}

/** Why it may not have that, or undefined when it may (promises 5-a, 5-b, 5-d, 5-e, 5-f). */
export function whyNot(standing: Standing | undefined, { purpose, fields, recalls }: Asked): string | undefined {
  if (standing === undefined) return 'is not in the register'
  const { role, active, purposes, essential, location, transfer_ground, agreement, review_overdue } = standing
  if (role === 'own_module') return 'is a part of this program, and nothing is sent to it'
  if (!active && !recalls) return 'is not active'
  if (!purposes.includes(purpose)) return `may not receive anything for ${purpose}`
  const undeclared = fields.filter((field) => !standing.fields.includes(field))
  if (undeclared.length > 0) return `may not receive ${undeclared.join(', ')}`
  const agreed = role === 'controller' || agreement === 'current' || (agreement === 'ended' && recalls)
  if (!agreed) return 'has no signed agreement that is in force and covers art. 28(3) (a) to (h)'
  if (!insideEea(location) && !transfer_ground) return `is in ${location}, outside the EEA, without a transfer ground`
  if (review_overdue && role === 'processor' && !essential.includes(purpose)) return 'has not been reviewed for more than a year'
  return undefined
}
