import { newId } from '#database'
import { witness } from '#evidence'
import type { VatGroup } from '#money'
import { nextNumber } from '#numbering'
import type { For } from '#purposes'
import { beginningOfChain, documentHash, type IssuedContent, type IssuedLine } from './document-hash.ts'

/** Everything a document says but its number and what follows from it. */
export type Unnumbered = Omit<IssuedContent, 'id' | 'number' | 'kid' | 'issued_at' | 'groups' | 'lines'> & {
  readonly lines: readonly IssuedLine[]
  readonly groups: readonly VatGroup[]
  /** The member of staff. Not part of what the document says. */
  readonly issuedBy: string
  readonly kidFor: (number: bigint) => string | null
}
export type Issued = { readonly accountId: string; readonly id: string; readonly number: bigint; readonly hash: string }

/**
 * Takes the number and writes the document, bound to the one before it in its series. The last thing a transaction does:
 * from here until it ends nobody else can issue in the series (bokføringsforskriften § 5-1-1: numbers without holes).
 */
export async function sealDocument(
  tx: For<'invoice'>,
  now: Date,
  { issuedBy, kidFor, groups, ...said }: Unnumbered,
): Promise<Issued> {
  const number = await nextNumber(tx, said.series)
  const previous = await headOfChain(tx, said.series)
  const vat = groups.map(({ vatRate, base, vat: amount }) => ({ vat_rate: vatRate, base, vat: amount }))
  const content: IssuedContent = { ...said, id: newId(now), number, kid: kidFor(number), issued_at: now, groups: vat }
  const hash = documentHash(content, previous)
  await insertDocument(tx, content, { previous, hash, issuedBy })
  const { series, kind, gross, currency } = content
  await witness(tx, now, {
    kind: `${kind === 'invoice' ? 'invoice' : 'credit note'} issued`,
    body: { series, number: number.toString(), documentHash: hash, gross: gross.toString(), currency },
  })
  return { accountId: content.account_id, id: content.id, number, hash }
}

async function headOfChain(tx: For<'invoice'>, series: string): Promise<string> {
  const head = await tx
    .selectFrom('issued_document')
    .select('document_hash')
    .where('series', '=', series)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return head?.document_hash ?? beginningOfChain
}

type Chained = { readonly previous: string; readonly hash: string; readonly issuedBy: string }

async function insertDocument(
  tx: For<'invoice'>,
  { lines, groups, seller, buyer, ...said }: IssuedContent,
  { previous, hash, issuedBy }: Chained,
): Promise<void> {
  const { account_id, id, series, number, issued_at } = said
  const chained = { document_hash: hash, previous_hash: previous }
  const snapshots = { seller: JSON.stringify(seller), buyer: JSON.stringify(buyer) }
  await tx
    .insertInto('core.invoice')
    .values({ ...said, ...snapshots, ...chained, issued_by: issuedBy })
    .execute()
  await tx
    .insertInto('core.invoice_line')
    .values(lines.map((line) => ({ ...line, unit_price_e4: BigInt(line.unit_price_e4), account_id, invoice_id: id })))
    .execute()
  await tx
    .insertInto('core.invoice_vat')
    .values(groups.map((group) => ({ ...group, account_id, invoice_id: id })))
    .execute()
  await tx
    .insertInto('core.issued_document')
    .values({ series, number, account_id, invoice_id: id, ...chained, issued_at })
    .execute()
}
