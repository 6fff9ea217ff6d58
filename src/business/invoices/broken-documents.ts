import { createHash } from 'node:crypto'
import { sql, type QueryExecutorProvider, type RawBuilder } from 'kysely'

/**
 * Looks for issued documents that were changed, removed or slipped in behind the application's back: by the database's
 * owner, since no role of ours may (promise 4-d, bokføringsloven § 13). Written apart from the act: it shares no code with it.
 */
type Broken = { readonly series: string; readonly number: string; readonly fault: string }

/**
 * Every fault found; reads as a handle that sees all of core and evidence. Empty when every document is as it was issued. That one is
 * missing is seen at once; of many documents those of the last month are counted again, and of the older a thirtieth each day.
 */
export async function brokenDocuments(db: QueryExecutorProvider, now = new Date()): Promise<readonly Broken[]> {
  const faults = await Promise.all([missing.execute(db), sums.execute(db), unlogged.execute(db), unpaid.execute(db)])
  return [...faults.flatMap(({ rows }) => rows), ...(await changed(db, await share(db, now)))]
}

/** A document without its link or the reverse, a hole in a series, a link to another predecessor, a number that was handed out and is gone. */
const missing = sql<Broken>`
  with link as (select *, lag(number) over own as number_before, lag(document_hash) over own as hash_before from core.issued_document window own as (partition by series order by number))
  select series, number::text, 'the document is gone' as fault from core.issued_document d
    where not exists (select 1 from core.invoice i where i.account_id = d.account_id and i.id = d.invoice_id)
      -- After five years the document goes and its number stays; what is gone before that is missing.
      and (d.invoice_id is not null or make_timestamptz(extract(year from d.issued_at at time zone 'Europe/Oslo')::int + 6, 1, 1, 0, 0, 0, 'Europe/Oslo') > clock_timestamp())
  union all select series, number::text, 'the document is not in the chain' from core.invoice i
    where not exists (select 1 from core.issued_document d where d.series = i.series and d.number = i.number and d.invoice_id = i.id and d.document_hash = i.document_hash and d.previous_hash = i.previous_hash)
  union all select series, number::text, fault from link cross join lateral (values (number <> number_before + 1, 'a number before it is gone'),
      (number_before is null and number <> 1, 'the first number is gone'), (previous_hash <> coalesce(hash_before, repeat('0', 64)), 'it names another predecessor')) f (found, fault)
    where found and series in ('invoice', 'credit_note')
  union all select s.series, (s.next - 1)::text, 'the last number is gone' from core.number_series s
    where s.series in ('invoice', 'credit_note') and s.next - 1 <> (select coalesce(max(number), 0) from core.issued_document d where d.series = s.series)`

/** Lines that do not add up to the document, or VAT that does not: each document less its lines leaves nothing, in one pass over all three. */
const sums = sql<Broken>`
  with astray as materialized (select account_id, id from (
      select account_id, id, net, net as base, vat from core.invoice
      union all select account_id, invoice_id, -net, 0, 0 from core.invoice_line
      union all select account_id, invoice_id, 0, -base, -vat from core.invoice_vat) d
    group by account_id, id having sum(net) <> 0 or sum(base) <> 0 or sum(vat) <> 0)
  select series, number::text, 'the sums do not add up' as fault from astray join core.invoice using (account_id, id)`

/** The evidence log remembers each document that was issued: one rewritten with its whole chain is found here. */
const unlogged = sql<Broken>`
  select e.body ->> 'series' as series, e.body ->> 'number' as number, 'the evidence log remembers it otherwise' as fault from evidence.entry e
  where e.kind in ('invoice issued', 'credit note issued')
    and not exists (select 1 from core.issued_document d where d.series = e.body ->> 'series' and d.number = (e.body ->> 'number')::bigint and d.document_hash = e.body ->> 'documentHash')`

/** So does it each payment: what settles a document is documentation too, and goes no earlier. */
const unpaid = sql<Broken>`
  select 'payment' as series, e.body ->> 'number' as number, 'a payment of it is gone or was changed' as fault from evidence.entry e
  where e.kind = 'payment registered' and make_date(extract(year from (e.body ->> 'paidOn')::date)::int + 6, 1, 1) > clock_timestamp()
    and not exists (select 1 from core.payment p where p.id = (e.body ->> 'payment')::uuid and p.amount = (e.body ->> 'amount')::bigint
      and p.paid_on = (e.body ->> 'paidOn')::date)`

const batch = 2_000
/** As many as are counted again within seconds. */
const few = 20_000

/** Which documents are counted again today: SQL over `i`. */
async function share(db: QueryExecutorProvider, now: Date): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{
    all: number
  }>`select count(*)::int as all from (select 1 from core.invoice limit ${sql.lit(few + 1)}) n`.execute(db)
  if (rows[0]!.all <= few) return sql`true`
  const today = Math.floor(now.getTime() / 86_400_000) % 30
  return sql`(i.issued_at > ${now}::timestamptz - interval '31 days' or get_byte(uuid_send(i.id), 15) % 30 = ${today})`
}

/** Counts every document's hash again from its rows, some thousand at a time. */
async function changed(db: QueryExecutorProvider, today: RawBuilder<unknown>): Promise<Broken[]> {
  const broken: Broken[] = []
  for (let last = { account: '00000000-0000-0000-0000-000000000000', id: '00000000-0000-0000-0000-000000000000' }; ;) {
    const { rows } = await documents(last, today).execute(db)
    for (const row of rows)
      if (hashOf(row) !== row.hash)
        broken.push({ series: row.series, number: row.number, fault: 'its content is not what was issued' })
    const end = rows.at(-1)
    if (!end || rows.length < batch) return broken
    last = { account: end.account, id: end.id }
  }
}

type Row = {
  account: string
  id: string
  series: string
  number: string
  hash: string
  head: unknown[]
  seller: unknown
  buyer: unknown
  issued: Date
  lines: unknown[]
  vat: unknown[]
}

// The database itself lays the values out in the order that was hashed; whole numbers as text, days as YYYY-MM-DD.
function documents(after: { account: string; id: string }, today: RawBuilder<unknown>) {
  return sql<Row>`
    select i.account_id as account, i.id, i.series, i.number::text, i.document_hash as hash, i.seller, i.buyer, i.issued_at as issued,
      jsonb_build_array(i.previous_hash, i.account_id, i.id, i.kind, i.series, i.number::text, i.order_id, i.credits_invoice_id, i.credit_reason, i.issue_date, i.due_date,
        i.delivery_date, i.delivery_place, i.buyer_reference, i.purchase_order_number, i.currency, i.kid, i.bank_account, i.net::text, i.vat::text, i.gross::text, i.language) as head,
      (select coalesce(jsonb_agg(jsonb_build_array(l.line, l.kind, l.sku, l.description, l.quantity, l.unit_price_e4::text, l.discount_bp, l.vat_rate, l.net::text) order by l.line), '[]')
        from core.invoice_line l where l.account_id = i.account_id and l.invoice_id = i.id) as lines,
      (select coalesce(jsonb_agg(jsonb_build_array(v.vat_rate, v.base::text, v.vat::text) order by v.vat_rate desc), '[]')
        from core.invoice_vat v where v.account_id = i.account_id and v.invoice_id = i.id) as vat
    from core.invoice i where (i.account_id, i.id) > (${after.account}::uuid, ${after.id}::uuid) and ${today} order by i.account_id, i.id limit ${sql.lit(batch)}`
}

function hashOf({ head, seller, buyer, issued, lines, vat }: Row): string {
  const said = JSON.stringify([...head, pairs(seller), pairs(buyer), issued.toISOString(), lines, vat])
  return createHash('sha256').update(said, 'utf8').digest('hex')
}

function pairs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pairs)
  if (value === null || typeof value !== 'object') return value
  const names = Object.keys(value).toSorted()
  return names.map((name) => [name, pairs((value as Record<string, unknown>)[name])])
}
