import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { beginningOfChain, brokenDocuments } from '#invoices'
import { sampleController, saveController } from '#merchant'
import { refused } from '#refusal'
import { openTestHouse, type TestHouse } from '#testing'
import { importFile, pastTheirYears, type Imported } from './import.ts'

const now = new Date('2026-11-23T09:00:00Z')
const slice = join(import.meta.dirname, '../../../samples/online-retail-slice.csv.gz')
let house: TestHouse
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ordholden-import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  house = await openTestHouse()
  await saveController(house.owner, now, sampleController)
})
afterEach(() => house?.close())

const written = (name: string, content: string | Buffer) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
const attempt = (file: string) => importFile({ ownerUrl: house.ownerUrl, file, reports: folder }, now)
async function imported(file: string): Promise<Imported> {
  const answer = await attempt(file)
  if (refused(answer)) throw new Error(answer.refused)
  return answer
}
const reportOf = ({ report }: Imported) => readFileSync(report, 'utf8').trimEnd().split('\n').slice(1)
const rows = async (
  table:
    | 'core.account'
    | 'core.product'
    | 'core.sales_order'
    | 'core.order_line'
    | 'core.invoice'
    | 'core.invoice_line'
    | 'core.issued_document'
    | 'core.person'
    | 'core.consent',
) =>
  Number(
    (
      await house.owner
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const whatIsThere = async () => {
  const documents = await house.owner
    .selectFrom('core.issued_document')
    .select(['series', 'number', 'document_hash'])
    .orderBy('series')
    .orderBy('number')
    .execute()
  return {
    documents,
    orders: await rows('core.sales_order'),
    orderLines: await rows('core.order_line'),
    lines: await rows('core.invoice_line'),
    products: await rows('core.product'),
    prices: await house.owner.selectFrom('core.price_tier').selectAll().orderBy('product_id').orderBy('min_quantity').execute(),
  }
}

const header = '"InvoiceNo","StockCode","Description","Quantity","InvoiceDate","UnitPrice","CustomerID","Country"'
const line = (number: string, quantity = 2, sku = '22960', description = 'JAM MAKING SET') =>
  `"${number}","${sku}","${description}",${quantity},"2010-12-01T09:41",4.25,14527,"United Kingdom"`

it('takes a slice of a real year: every row is accounted for, sums and chains hold, no person and no consent appears', async () => {
  const answer = await imported(slice)
  expect(answer).toMatchObject({ rows: 12704, rowsRefused: 25, outcomes: { imported: 12679, refused: 25 } })
  expect(reportOf(answer).map((each) => Number.parseInt(each, 10))).toEqual(
    Array.from({ length: 12704 }, (_, index) => index + 2),
  )
  expect([await rows('core.person'), await rows('core.consent')]).toEqual([0, 0])

  const sums = await house.owner
    .selectFrom('core.invoice as i')
    .innerJoin('core.invoice_line as l', (join) =>
      join.onRef('l.account_id', '=', 'i.account_id').onRef('l.invoice_id', '=', 'i.id'),
    )
    .select(['i.net', 'i.currency', ({ fn }) => fn.sum<string>('l.net').as('lines')])
    .groupBy(['i.account_id', 'i.id'])
    .execute()
  expect(sums.filter(({ net, lines, currency }) => String(net) !== String(lines) || currency !== 'GBP')).toEqual([])

  expect(await brokenDocuments(house.owner)).toEqual([])
  for (const series of ['import-invoice', 'import-credit']) {
    const chain = await house.owner
      .selectFrom('core.issued_document')
      .select(['document_hash', 'previous_hash'])
      .where('series', '=', series)
      .orderBy('number')
      .execute()
    expect(chain.map(({ previous_hash: previous }) => previous)).toEqual([
      beginningOfChain,
      ...chain.slice(0, -1).map(({ document_hash: hash }) => hash),
    ])
  }
})

it('says how many of the documents are past their five years, from the first day after them', async () => {
  await imported(slice)
  const all = await rows('core.invoice')
  expect(await pastTheirYears(house.owner, new Date('2015-12-31T12:00:00Z'))).toBe(0)
  expect(await pastTheirYears(house.owner, new Date('2016-12-31T12:00:00Z'))).toBeLessThan(all)
  expect(await pastTheirYears(house.owner, new Date('2017-01-01T12:00:00Z'))).toBe(all)
})

it('is the same the second time, also when the file has another name and other bytes', async () => {
  await imported(slice)
  const before = await whatIsThere()
  const same = join(folder, 'the-same.csv.gz')
  copyFileSync(slice, same)
  expect((await imported(same)).outcomes).toEqual({})
  const again = await imported(written('again.csv', `${header}\n${line('C999999', -2)}\n${line('999998')}\n`))
  const overlapping = await imported(written('overlap.csv', `${header}\n${line('999998')}\n`))
  expect([again.outcomes, overlapping.outcomes]).toEqual([{ imported: 2 }, { 'already here': 1 }])
  const after = await whatIsThere()
  expect(after.documents.length).toBe(before.documents.length + 2)
  expect(after.lines).toBe(before.lines + 2)
})

it('goes on where it was killed, without duplicates, and reports every row once', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', killable(slice)], {
    cwd: join(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const stopped = await house.owner.selectFrom('core.import_run').selectAll().executeTakeFirstOrThrow()
  expect(stopped.finished_at).toBeNull()
  expect(stopped.rows_done).toBeGreaterThan(0)
  expect(stopped.rows_done).toBeLessThan(12704)

  const answer = await untilAlone(slice)
  expect(answer).toMatchObject({ run: stopped.id, continuedFrom: stopped.rows_done, rows: 12704, rowsRefused: 25 })
  expect(reportOf(answer).map((each) => Number.parseInt(each, 10))).toEqual(
    Array.from({ length: 12704 }, (_, index) => index + 2),
  )
  const afterKill = await whatIsThere()
  await house.close()

  house = await openTestHouse()
  await saveController(house.owner, now, sampleController)
  await imported(slice)
  expect(await whatIsThere()).toEqual(afterKill)
}, 60_000)

it('stops when it is told to, after the batch at hand, and goes on when it is asked again', async () => {
  const stopping = new AbortController()
  const answer = await importFile(
    { ownerUrl: house.ownerUrl, file: slice, reports: folder, signal: stopping.signal, progress: () => stopping.abort() },
    now,
  )
  expect(answer).toMatchObject({ stopped: true })
  const { rows_done: done, finished_at: finished } = await house.owner
    .selectFrom('core.import_run')
    .selectAll()
    .executeTakeFirstOrThrow()
  expect([done, finished]).toEqual([(answer as Imported).rows, null])
  expect(await imported(slice)).toMatchObject({ stopped: false, continuedFrom: done, rows: 12704, rowsRefused: 25 })
})

// Says so after the first batch that was kept, and then waits for the kill.
function killable(file: string): string {
  return `import { importFile } from '#import'
    let batches = 0
    await importFile({ ownerUrl: ${JSON.stringify(house.ownerUrl)}, file: ${JSON.stringify(file)}, reports: ${JSON.stringify(folder)},
      progress: () => { if (++batches === 1) { process.stdout.write('.'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20000) } } }, new Date(${now.getTime()}))`
}

// The killed connection's lock is let go of when the server notices.
async function untilAlone(file: string): Promise<Imported> {
  for (let tries = 0; tries < 50; tries++) {
    const answer = await attempt(file)
    if (!refused(answer)) return answer
    expect(answer.refused).toBe('another import is running')
    await pause(100)
  }
  throw new Error('the lock was never let go of')
}

it('loses nothing to a broken line: it is refused with its document, and its neighbours are taken', async () => {
  const open = '"536366","22960,"JAM",1,"2010-12-01T09:41",4.25,14527,"United Kingdom"'
  const answer = await imported(
    written(
      'broken.csv',
      [
        header,
        line('536365'),
        open,
        line('536367'),
        '"536368","22960"',
        line('536368'),
        '',
        line('536369', 2, '22960', 'SAID ""JAM"", TWICE'),
      ].join('\r\n'),
    ),
  )
  expect(reportOf(answer)).toEqual([
    '2,imported,',
    expect.stringMatching(/^3,refused,"(a quotation mark|the line has)/),
    '4,imported,',
    '5,refused,"the line has 2 columns, the header has 8"',
    '6,refused,"another line of 536368 could not be read (line 5 of the file): it is taken whole or not at all"',
    '7,refused,"the line is empty"',
    '8,imported,',
  ])
  const { description } = await house.owner
    .selectFrom('core.order_line as l')
    .innerJoin('core.sales_order as o', 'o.id', 'l.order_id')
    .select('l.description')
    .where('o.number', '=', '536369')
    .executeTakeFirstOrThrow()
  expect(description).toBe('SAID "JAM", TWICE')
})

it('reads a customer list in Windows-1252 with semicolons, as Norwegian systems write it', async () => {
  const list =
    'Kundenr;Navn;Orgnr;Adresse;Postnr;Poststed;E-post;Telefon\r\n501;"Børre Ås Regnskap; avd. Øst";310 530 921;Gata 1;0150;Oslo;Post@Borre.example;22 00 00 00\r\n'
  const answer = await imported(written('kunder.csv', Buffer.from(list, 'latin1')))
  expect(answer).toMatchObject({ format: 'customer-list', outcomes: { imported: 1 }, notTaken: ['Telefon'] })
  const account = await house.owner.selectFrom('core.account').selectAll().executeTakeFirstOrThrow()
  expect(account).toMatchObject({
    kind: 'imported',
    name: 'Børre Ås Regnskap; avd. Øst',
    organisation_number: '310530921',
    customer_number: 501n,
    company_address: 'Gata 1, 0150 Oslo',
    invoice_email: 'post@borre.example',
    country: 'NO',
  })
  expect(await rows('core.person')).toBe(0)
})

it('reads the same list in UTF-8, and refuses row by row what is wrong in it', async () => {
  const list = [
    '\ufeffKundenr;Navn;Orgnr;E-post',
    '501;Blåbær AS;310530921;',
    '502;Feil AS;310530922;',
    '503;;;',
    '504;SkjÃ¦r AS;;',
    '505;Tvilling AS;310530921;',
    '506;Post AS;;post(at)post',
    'abc;Nummer AS;;',
    '501;Blåbær AS;310530921;',
  ]
  const answer = await imported(written('kunder-utf8.csv', list.join('\n')))
  expect(reportOf(answer)).toEqual([
    '2,imported,',
    '3,refused,"organisation number 310530922: wrong check digit"',
    '4,refused,"the name is missing"',
    '5,refused,"the letters were damaged before this file was written: export it again as UTF-8 or Windows-1252"',
    '6,refused,"organisation number 310530921 belongs to another customer here"',
    '7,refused,"""post(at)post"" is not an e-mail address"',
    '8,refused,"""abc"" is not a customer number"',
    '9,already here,',
  ])
})

it.each([
  [
    'a missing column, by name',
    `${header.replace('"UnitPrice",', '')}\n`,
    'a column is missing',
    'unitPrice, also called enhetsprisekslmva, enhetspriseksmva, enhetsprisutenmva',
  ],
  ['columns it does not know', 'Dato;Tekst\n1;2\n', 'unknown columns', 'Dato, Tekst'],
  ['an empty file', '', 'the file is empty', undefined],
  ['bytes that are no text', Buffer.from([1, 2, 0, 3, 0, 0, 4]), 'the file is no text', undefined],
])('refuses the whole file for %s, and begins nothing', async (_, content, reason, field) => {
  expect(await attempt(written('whole.csv', content))).toEqual(
    field === undefined ? { refused: reason } : { refused: reason, field },
  )
  expect(await house.owner.selectFrom('core.import_run').selectAll().execute()).toEqual([])
})

it('refuses a file that is not there', async () => {
  expect(await attempt(join(folder, 'nowhere.csv'))).toMatchObject({ refused: 'there is no such file' })
})

it('gives our own next customer a number above the imported ones', async () => {
  await imported(written('kunder-tall.csv', 'Kundenr;Navn\n20417;Stor AS\n'))
  const series = await house.owner
    .selectFrom('core.number_series')
    .select('next')
    .where('series', '=', 'customer')
    .executeTakeFirstOrThrow()
  expect(series.next).toBe(20418n)
})
