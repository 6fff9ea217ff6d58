import type { Bulk, Sheet } from '#database'
import { type Reading, rowsOfFile } from './cells.ts'
import { type Document, documentsOf, nameOf } from './document.ts'
import type { Format } from './format.ts'
import type { Lanes } from './lanes.ts'
import { type Ledger, readLedger } from './ledger.ts'
import { listProducts } from './list-products.ts'
import { batchSize } from './look-through.ts'
import type { Otherwise, Outcomes } from './report.ts'
import { type Refused, type Sale, saleReader } from './sale.ts'
import type { Sequence } from './sequence.ts'
import { isProduct, isRetailGoods } from './ware.ts'
import { sheetsOf, type Source } from './store-documents.ts'
import { wallClock } from './wall-time.ts'
import type { Written } from './written.ts'

/** Rows that belong together in one transaction, what to report about them, and how to keep them. */
export type Batch = {
  /** Lines of the file this batch covers. */
  readonly lines: number
  readonly bytesRead: number
  readonly outcomes: Outcomes
  readonly refused: number
  /** Parents first. */
  readonly sheets: readonly Sheet[]
}
export type Importer = {
  /** Reads on after the `skip` lines that are done. */
  readonly batches: (sequence: Sequence, skip: number) => AsyncGenerator<Batch>
  /** When every row is in: what can only be said of the whole. */
  readonly finish: (lanes: Lanes) => Promise<void>
}

/** Reads lines of trade into accounts, products, orders, invoices and credit notes. */
export async function salesImporter(
  bulk: Bulk,
  now: Date,
  format: Format,
  written: Written,
  seller: unknown,
  daysLater: number,
): Promise<Importer> {
  const source = {
    name: format.name,
    seller,
    currency: written.currency,
    isGoods: format.isRetailFile ? isRetailGoods : isProduct,
    clock: wallClock(daysLater),
  }
  const ledger = await readLedger(bulk, source.name)
  const reading = saleReader(format, written)

  async function batchOf(
    sales: readonly Sale[],
    refusedRows: readonly Refused[],
    rows: readonly number[],
    lines: number,
    bytesRead: number,
  ): Promise<Batch> {
    const { documents, refused } = documentsOf(sales, refusedRows)
    const { fresh, here, otherwiseHere } = divided(documents, ledger)
    for (const document of otherwiseHere) refused.push(...refusedAsOther(document))
    const sheets = await sheetsOf(fresh, source, ledger)
    return {
      lines,
      bytesRead,
      refused: refused.length,
      outcomes: { rows, otherwise: otherwise(here, refused) },
      sheets,
    }
  }

  async function* batches({ text, lineAt, placeOf }: Sequence, skip: number): AsyncGenerator<Batch> {
    let sales: Sale[] = []
    let refused: Refused[] = []
    let numbers: number[] = []
    let last: Sale | Refused | undefined
    let from = skip + format.firstRow
    let seen = 0
    let end = from
    for await (const { rows, next, bytesRead } of rowsOfFile(text(), format, skip, numbered(reading, lineAt))) {
      seen = bytesRead
      end = next
      for (const sale of rows) {
        const place = placeOf(sale.row)
        // Whatever its lines are, none of a document comes in another batch than the others.
        if (place - from >= batchSize && isOfAnother(sale, last)) {
          yield await batchOf(sales, refused, numbers, place - from, seen)
          numbers = []
          sales = []
          refused = []
          from = place
        }
        if ('ware' in sale || sale.document !== undefined) last = sale
        if ('ware' in sale) sales.push(sale)
        else refused.push(sale)
        numbers.push(sale.row)
      }
    }
    if (end > from) yield await batchOf(sales, refused, numbers, end - from, seen)
  }

  return { batches, finish: (lanes) => finishSales(lanes, now, source, ledger) }
}

/** The same reading, of rows that bear their numbers in the file wherever they are read. */
function numbered<Read>({ plain, row }: Reading<Read>, lineAt: Sequence['lineAt']): Reading<Read> {
  return {
    ...(plain && { plain: (line, place) => plain(line, lineAt(place)) }),
    row: (read) => row({ ...read, row: lineAt(read.row) }),
  }
}

function documentOf(sale: Sale | Refused): string | undefined {
  return 'ware' in sale ? nameOf(sale.head) : sale.document
}

function isOfAnother(sale: Sale | Refused, last: Sale | Refused | undefined): boolean {
  const document = documentOf(sale)
  return document !== undefined && document !== (last && documentOf(last))
}

/** Which documents are new, which are here already, and whose number is here on another document. */
function divided(documents: readonly Document[], { issued }: Ledger) {
  const [fresh, here, otherwiseHere]: Document[][] = [[], [], []]
  for (const document of documents) {
    const known = issued.get(`${document.series}/${document.number}`)
    const place = known === undefined ? fresh : known === null || known === String(document.net) ? here : otherwiseHere
    place!.push(document)
  }
  return { fresh: fresh!, here: here!, otherwiseHere: otherwiseHere! }
}

function refusedAsOther(document: Document): Refused[] {
  const reason = `${nameOf(document)} is here already and comes to another sum: what is here stays as it is`
  return document.lines.map(({ row }) => ({ row, reason }))
}

function otherwise(here: readonly Document[], refused: readonly Refused[]): Map<number, Otherwise> {
  const told = new Map<number, Otherwise>()
  for (const { lines } of here) for (const { row } of lines) told.set(row, { outcome: 'already here' })
  for (const { row, reason } of refused) told.set(row, { outcome: 'refused', reason })
  return told
}

async function finishSales({ main, all }: Lanes, now: Date, source: Source, ledger: Ledger): Promise<void> {
  const other = all.at(-1)!
  await Promise.all([sayLastActive(other).then(() => noOrphans(other)), listProducts(main, now, source, ledger)])
  await keepNumbersApart(main)
}

async function sayLastActive(bulk: Bulk): Promise<void> {
  await bulk.query(
    `update core.account a set last_active_at = greatest(a.last_active_at, d.last)
     from (select account_id, max(issued_at) as last from core.invoice where series like 'import-%' group by account_id) d
     where a.account_id = d.account_id and a.kind = 'imported'`,
  )
}

/** Our next customer gets a number above every imported one. */
export async function keepNumbersApart(bulk: Bulk): Promise<void> {
  await bulk.query(
    `insert into core.number_series (series, next)
     select 'customer', greatest(10001, max(customer_number) + 1) from core.account having max(customer_number) is not null
     on conflict (series) do update set next = greatest(core.number_series.next, excluded.next)`,
  )
}

// The rows went in with the foreign keys left to us (see Bulk.leaveForeignKeys), so we count what they would have caught.
// Lines came with their document in one transaction; what somebody may have deleted meanwhile is what was there before.
async function noOrphans(bulk: Bulk): Promise<void> {
  const [found] = await bulk.query<{ orphans: number }>(`select (
    (select count(*) from core.invoice i where order_id is not null
      and not exists (select from core.sales_order o where o.account_id = i.account_id and o.id = i.order_id)) +
    (select count(*) from core.invoice i where not exists (select from core.account a where a.account_id = i.account_id)) +
    (select count(*) from core.sales_order o where not exists (select from core.account a where a.account_id = o.account_id)))::int as orphans`)
  if (found!.orphans > 0) throw new Error(`the import left ${found!.orphans} rows without what they refer to`)
}
