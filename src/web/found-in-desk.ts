import { sql, type RawBuilder } from 'kysely'
import type { Role } from '#auth'
import { invoiceList, writtenDocument } from '#invoices'
import type { For } from '#purposes'
import { opensFor } from './desk-lists.ts'

export type Found = {
  readonly kind: 'customer' | 'inquiry' | 'quote' | 'order' | 'invoice' | 'product'
  readonly title: string
  readonly detail: string | null
  readonly to: string
}

/** Numbers, companies and products that fit the words, eight of each kind at most. No names of people: their card is where they are read, and noted. */
export async function foundInDesk(db: For<'deliver'>, words: string, role: Role): Promise<readonly Found[]> {
  const asked = words.trim().slice(0, 200)
  if (asked.length < 2) return []
  const like = `%${asked.replace(/[\\%_]/g, '\\$&')}%`
  const open = searches.filter(({ list }) => opensFor(role, list))
  const found = await Promise.all(open.map(({ search }) => search(like, asked.replace(/\s/g, '')).execute(db)))
  return found.flatMap(({ rows }) => rows)
}

/** Invoices by number, KID or buyer, eight at most; read for the purpose that may. */
export async function invoicesFound(db: For<'invoice'>, now: Date, words: string, role: Role): Promise<readonly Found[]> {
  if (words.trim().length < 2 || !opensFor(role, '/desk/faktura')) return []
  const { invoices } = await invoiceList(db, now, { search: words.slice(0, 200) })
  return invoices.slice(0, 8).map(({ id, kind, number, name }) => ({
    kind: 'invoice',
    title: writtenDocument({ kind, number }, 'nb'),
    detail: name,
    to: `/desk/faktura/${id}`,
  }))
}

type Search = (like: string, digits: string) => RawBuilder<Found>

const customers: Search = (like, digits) => sql`
  select 'customer' as kind, coalesce(name, 'Uten firmanavn') as title, customer_number::text as detail, '/desk/kunder/' || account_id as "to"
  from account where name ilike ${like} or organisation_number = ${digits} or customer_number::text = ${digits}
  order by last_active_at desc limit 8`

const inquiries: Search = (like) => sql`
  select 'inquiry' as kind, number as title, subject as detail, '/desk/foresporsler/' || id as "to"
  from inquiry where number ilike ${like} or subject ilike ${like} order by received_at desc limit 8`

const quotes: Search = (like) => sql`
  select 'quote' as kind, q.number as title, a.name as detail, '/desk/tilbud/' || q.id as "to"
  from quote q join account a using (account_id) where q.number ilike ${like} or a.name ilike ${like} order by q.created_at desc limit 8`

const orders: Search = (like) => sql`
  select 'order' as kind, o.number as title, a.name as detail, '/desk/ordre/' || o.id as "to"
  from sales_order o join account a using (account_id)
  where o.number ilike ${like} or a.name ilike ${like} or o.purchase_order_number ilike ${like} order by o.confirmed_at desc limit 8`

const products: Search = (like) => sql`
  select 'product' as kind, coalesce(name_nb, name) as title, sku as detail, '/desk/katalog/' || id as "to"
  from product where sku ilike ${like} or name ilike ${like} or name_nb ilike ${like} order by listed desc, name limit 8`

const searches: readonly { readonly list: string; readonly search: Search }[] = [
  { list: '/desk/kunder', search: customers },
  { list: '/desk/foresporsler', search: inquiries },
  { list: '/desk/tilbud', search: quotes },
  { list: '/desk/ordre', search: orders },
  { list: '/desk/katalog', search: products },
]
