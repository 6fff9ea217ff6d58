import { dayOf } from '#clock'
import { newId } from '#database'
import { mostPieces } from '#money'
import { nextNumber } from '#numbering'
import type { For, Subject } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { inquiryNumber, type Kind } from './inquiry.ts'

export type Item = { readonly sku: string; readonly quantity: number; readonly wish?: string | undefined }

type Filing = {
  readonly kind: Kind
  readonly channel: 'web' | 'api' | 'phone' | 'email' | 'desk'
  readonly body: string
  readonly items: readonly Item[]
  readonly ownerUserId?: string
}

export type Filed = Subject & { readonly id: string; readonly number: string; readonly receivedAt: Date }

/** Writes the inquiry with its lines under a number of its own (promise 2.6-a). Asking is not consenting: nothing else is written. */
export async function fileInquiry(
  tx: For<'deliver'>,
  now: Date,
  subject: Subject,
  filing: Filing,
  products: Products,
): Promise<Filed> {
  const id = newId(now)
  const number = inquiryNumber(dayOf(now), await nextNumber(tx, 'inquiry'))
  await tx
    .insertInto('core.inquiry')
    .values({
      account_id: subject.accountId,
      id,
      number,
      person_id: subject.personId,
      kind: filing.kind,
      channel: filing.channel,
      subject: firstLine(filing.body) || filing.items.map(({ sku }) => products.get(sku)?.name).join(', '),
      body: filing.body,
      owner_user_id: filing.ownerUserId ?? null,
      received_at: now,
      last_message_at: now,
    })
    .execute()
  await insertItems(tx, subject.accountId, id, filing.items, products)
  return { ...subject, id, number, receivedAt: now }
}

async function insertItems(
  tx: For<'deliver'>,
  accountId: string,
  inquiryId: string,
  items: readonly Item[],
  products: Products,
): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ sku, quantity, wish }, place) => ({
    account_id: accountId,
    inquiry_id: inquiryId,
    line: place + 1,
    product_id: products.get(sku)!.id,
    quantity,
    wish: wish || null,
  }))
  await tx.insertInto('core.inquiry_item').values(rows).execute()
}

export type Products = ReadonlyMap<string, { readonly id: string; readonly name: string }>

/** The products that are asked for, or the first that we do not have. */
export async function productsOf(
  db: For<'deliver'>,
  items: readonly Item[],
): Promise<Products | Refusal<'no such product' | 'not a quantity'>> {
  if (items.some(({ quantity }) => !Number.isInteger(quantity) || quantity < 1 || quantity > mostPieces))
    return refuse('not a quantity', 'items')
  const found = await db
    .selectFrom('product')
    .select(['id', 'sku', 'name', 'name_nb'])
    .where('sku', 'in', ['', ...items.map(({ sku }) => sku)])
    .where('listed', '=', true)
    .execute()
  const products = new Map(found.map(({ id, sku, name, name_nb }) => [sku, { id, name: name_nb ?? name }]))
  return items.every(({ sku }) => products.has(sku)) ? products : refuse('no such product', 'items')
}

/** What the list shows: the first line, cut at a word. */
function firstLine(body: string): string {
  const line = body.trim().split('\n')[0] ?? ''
  return line.length <= 80 ? line : `${line.slice(0, 80).replace(/\s+\S*$/, '')} …`
}
