/**
 * The import of the whole retail file against COPY of the same lines into one flat table, on the same server.
 *   npm run bench -- import --file online-retail.csv.gz --json
 * Ratio wanted: at most 6. COPY is the server's own reading of an unpacked file: no client, no index, no second table.
 */
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import { type Imported, importFile } from '#import'
import { sampleController, saveController } from '#merchant'
import { refused } from '#refusal'
import type { House } from '../src/opening/open-house.ts'
import { inAHouse, median, print, rounded, rounds, say, timed, wish } from './measure.ts'

const file = wish.file ?? join(import.meta.dirname, '../samples/online-retail-slice.csv.gz')
const folder = mkdtempSync(join(tmpdir(), 'ordholden-copy-'))
chmodSync(folder, 0o755)

await inAHouse(async (house) => {
  const plain = await unpacked()
  await saveController(house.owner, new Date(), sampleController)
  await sql`create table public.flat (invoice_no text, stock_code text, description text, quantity integer, invoice_date timestamp,
    unit_price numeric, customer_id text, country text)`.execute(house.owner)
  const copies: number[] = []
  const imports: number[] = []
  let last: Imported | undefined
  for (let round = 0; round < rounds(3); round++) {
    await emptied(house)
    copies.push(await timed(() => sql`copy public.flat from ${sql.lit(plain)} csv header`.execute(house.owner)))
    imports.push(
      await timed(async () => {
        last = await taken(house)
      }),
    )
    say(`round ${round + 1}: COPY ${Math.round(copies.at(-1)!)} ms, import ${Math.round(imports.at(-1)!)} ms`)
  }
  print({
    benchmark: 'import',
    rows: last!.rows,
    rowsRefused: last!.rowsRefused,
    copyMs: rounded(median(copies), 0),
    importMs: rounded(median(imports), 0),
    ratio: rounded(median(imports.map((each, round) => each / copies[round]!)), 2),
    wanted: '<= 6',
    rowsPerSecond: Math.round(last!.rows / (median(imports) / 1000)),
    rounds: copies.map((copy, round) => ({ copyMs: Math.round(copy), importMs: Math.round(imports[round]!) })),
  })
}).finally(() => rmSync(folder, { recursive: true, force: true }))

async function unpacked(): Promise<string> {
  const plain = join(folder, 'retail.csv')
  const packed = createReadStream(file)
  await pipeline(file.endsWith('.gz') ? packed.pipe(createGunzip()) : packed, createWriteStream(plain, { mode: 0o644 }))
  return plain
}

async function emptied({ owner }: House): Promise<void> {
  await sql`truncate public.flat, core.account, core.product, core.import_key, core.import_run, core.issued_document cascade`.execute(
    owner,
  )
  await sql`checkpoint`.execute(owner)
}

async function taken({ ownerUrl }: House): Promise<Imported> {
  const answer = await importFile({ ownerUrl, file, reports: folder }, new Date())
  if (refused(answer)) throw new Error(answer.refused)
  return answer
}
