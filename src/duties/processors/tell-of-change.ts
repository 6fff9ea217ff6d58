import { witness } from '#evidence'
import type { For } from '#purposes'

/** The register itself says what is; the evidence log says that it was changed, and when. */
export function tell(
  tx: For<'legal_obligation'>,
  now: Date,
  id: string,
  what: string,
  more: { readonly [name: string]: string } = {},
) {
  return witness(tx, now, { kind: 'register of recipients changed', body: { recipient: id, what, ...more } })
}
