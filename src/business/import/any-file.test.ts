import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { sampleController, saveController } from '#merchant'
import { refused } from '#refusal'
import { openTestHouse, type TestHouse } from '#testing'
import { importFile, type Imported, type Said } from './import.ts'

const now = new Date('2026-11-23T09:00:00Z')
let house: TestHouse
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ordholden-any-file-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  house = await openTestHouse()
  await saveController(house.owner, now, sampleController)
})
afterEach(() => house?.close())

const attempt = (content: string | Buffer, said: Said = {}, name = 'brought.csv') => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return importFile({ ownerUrl: house.ownerUrl, file, reports: folder, said }, now)
}
async function imported(content: string | Buffer, said: Said = {}): Promise<Imported> {
  const answer = await attempt(content, said)
  if (refused(answer)) throw new Error(answer.refused)
  return answer
}
const reasonsIn = ({ report }: Imported) =>
  readFileSync(report, 'utf8')
    .split('\n')
    .filter((line) => line.includes('refused'))
const documents = () =>
  house.owner.selectFrom('core.invoice').select(['series', 'number', 'issued_at', 'currency', 'net']).orderBy('number').execute()
const runs = () => house.owner.selectFrom('core.import_run').selectAll().execute()

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'
const sold = (number: number | string, date: string, price = '2.55') => `${number},85123A,HEART,6,${date},"${price}",17850,Norway`
const file = (...lines: string[]) => [header, ...lines].join('\n')

it('reads the month first where one date of the file cannot be read otherwise, and says which', async () => {
  const { because } = await imported(file(sold(1, '12/1/2010 8:26'), sold(2, '12/13/2010 14:05')))
  expect(because[0]).toBe('Dates are read month first, as "12/13/2010 14:05" on line 3 shows.')
  expect((await documents()).map(({ issued_at: at }) => at.toISOString())).toEqual([
    '2010-12-01T07:26:00.000Z',
    '2010-12-13T13:05:00.000Z',
  ])
})

it('asks which comes first where no date shows it, begins nothing, and then reads it as it is told', async () => {
  const ambiguous = file(sold(1, '12/1/2010 8:26'), sold(2, '1/2/2011 9:00'))
  expect(await attempt(ambiguous)).toEqual({
    refused:
      'no date in the file shows whether the day or the month comes first ("12/1/2010 8:26" on line 2). Say which with --dates dmy or --dates mdy',
  })
  expect(await runs()).toEqual([])
  await imported(ambiguous, { dates: 'dmy' })
  expect((await documents())[0]!.issued_at.toISOString()).toBe('2010-01-12T07:26:00.000Z')
  expect(await attempt(ambiguous, { dates: 'mdy' })).toMatchObject({
    refused: expect.stringContaining('this file has been imported already, read as dates dmy'),
  })
})

it.each([
  [
    'dates that contradict each other',
    file(sold(1, '13/1/2010'), sold(2, '1/13/2010')),
    /^the dates contradict each other: "13\/1\/2010" on line 2, "1\/13\/2010" on line 3/,
  ],
  ['years of two digits that may stand anywhere', file(sold(1, '10-12-05')), /the day or the month or the year comes first/],
  [
    'a date with dots that has no day first',
    file(sold(1, '1.2.2011'), sold(2, '1.13.2011')),
    /^the dates contradict what dates with dots mean/,
  ],
  ['a number that is a thousand or one', file(sold(1, '2010-01-13', '1,234')), /"1,234" on line 2 is more than a thousand/],
  [
    'numbers that contradict each other',
    file(sold(1, '2010-01-13', '1,5'), sold(2, '2010-01-13', '1.5')),
    /^the numbers contradict/,
  ],
  ['no currency', 'Fakturanr;Dato;Kundenr;Varenr;Antall;Pris\n1;1.2.2026;5;V;1;10,00', /--currency NOK$/],
  [
    'two currencies',
    'Fakturanr;Dato;Kundenr;Varenr;Antall;Pris;Valuta\n1;1.2.2026;5;V;1;10,00;NOK\n2;1.2.2026;5;V;1;10,00;SEK',
    /more than one currency \("NOK" on line 2, "SEK" on line 3\)/,
  ],
  ['a workbook', Buffer.from('PK\x03\x04 [Content_Types].xml'), /^the file is an Excel workbook: open it and save it as CSV/],
  ['an archive', Buffer.from('PK\x03\x04 list.csv'), /^the file is a zip archive: unpack it/],
  ['a web page that is called a workbook', '<html><table>', /^the file is a web page or XML/],
  ['a list of invoices without their lines', 'Fakturanr;Dato;Kundenr;Navn;Beløp\n1;1.2.2026;5;Per;9', /^a column is missing$/],
])('refuses the whole file for %s, and begins nothing', async (_, content, reason) => {
  const answer = await attempt(content)
  expect(refused(answer) && answer.refused).toMatch(reason)
  expect(await runs()).toEqual([])
})

it('takes nothing of a packed file that was cut off, and all of the whole one', async () => {
  const whole = file(...Array.from({ length: 30_000 }, (_, line) => sold(1 + (line >> 3), `2010-12-01T08:${10 + (line % 7)}`)))
  const packed = gzipSync(whole)
  expect(await attempt(packed.subarray(0, packed.length - 20))).toMatchObject({
    refused: expect.stringContaining('ends too early'),
  })
  expect([await runs(), await documents()]).toEqual([[], []])
  expect((await imported(packed)).outcomes).toEqual({ imported: 30_000 })
})

it('reads lines of invoices as a Norwegian system writes them', async () => {
  const lines = [
    'Solgte varer 2010;;;;;;;;;;',
    'Fakturanr.;Fakturadato;Kundenr.;Kundenavn;E-post;Varenr.;Beskrivelse;Antall;Enhetspris eks. mva;MVA %;Valuta',
    '1001;01.12.2010 08:26;501.0;Børre Ås;b@firma.example;KOPP;"Krus ""blå""; stor";1\u00a0000;1 234,50 ;25;NOK;',
    'C1002;1.2.11;501;Børre Ås;;KOPP;Krus;\u201310;kr 120,-;25;NOK',
    ';;;;;;;;;;',
    '1003;31.6.2011;501;Børre Ås;;KOPP;Krus;10;12,50;25;NOK',
  ]
  const ansi = Buffer.from(lines.join('\r\n').replace('\u2013', '\x96'), 'latin1')
  const answer = await imported(ansi)
  expect(answer.because.slice(0, 3)).toEqual([
    'Dates are read day first, as dates with dots are: "01.12.2010 08:26" on line 3.',
    'Decimals stand after a comma.',
    'Prices are in NOK, as the file says.',
  ])
  expect(answer.notTaken).toEqual(['Kundenavn', 'E-post', 'MVA %'])
  expect(reasonsIn(answer)).toEqual([
    '5,refused,"the line is empty"',
    '6,refused,"""31.6.2011"" is not a date and time with the day first"',
  ])
  expect(await documents()).toMatchObject([
    { series: 'import-invoice', number: 1001n, currency: 'NOK', net: 123_450_000n },
    { series: 'import-credit', number: 1002n, currency: 'NOK', net: 120_000n },
  ])
  const { name } = await house.owner.selectFrom('core.product').select('name').executeTakeFirstOrThrow()
  expect(name).toBe('Krus "blå"; stor')
  expect(
    (await house.owner.selectFrom('core.price_tier').select('unit_price_e4').execute()).map((tier) => tier.unit_price_e4),
  ).toEqual([12_345_000n])
})

it.each([
  ['UTF-16, as Excel saves "Unicode text"', Buffer.from('\ufeffKundenr\tNavn\r\n7\tÅse AS\r\n', 'utf16le')],
  ['UTF-16 without its mark', Buffer.from('Kundenr\tNavn\n7\tÅse AS', 'utf16le')],
  ['UTF-16, the other way round', Buffer.from('\ufeffKundenr\tNavn\n7\tÅse AS', 'utf16le').swap16()],
  ['line ends of old Macs', 'Kundenr;Navn\r7;Åse AS\r'],
  ['a line for Excel above the header', '\ufeffsep=;\nNavn;Kundenr\nÅse AS;7'],
  ['gzip, whatever it is called', gzipSync('Kundenr|Navn\n7|Åse AS')],
])('reads %s', async (_, content) => {
  await imported(content)
  expect(await house.owner.selectFrom('core.account').select(['customer_number', 'name']).execute()).toEqual([
    { customer_number: 7n, name: 'Åse AS' },
  ])
})

it('reads a list of customers as Tripletex writes it, and no national identity number from it', async () => {
  const columns = ['Kundenummer', 'Navn', 'Organisasjonsnummer', 'Epost', 'Postadresse - linje 1', 'Postadresse - linje 2']
  const places = ['Postadresse - postnummer', 'Postadresse - sted', 'Postadresse - land', 'Mobil']
  const answer = await imported(
    [
      [...columns, ...places].join(';'),
      '10001;Fjord AS;310 530 921;Post@fjord.example;Postboks 1;2. etg.;0150;Oslo;Norge;900',
      '10002;Ola Nordmann;01010112345;;Gata 1;;5003;Bergen;Norge;',
      '10003;Svensk AB;;;Gatan 2;;111 22;Stockholm;Sverige;',
    ].join('\n'),
  )
  expect(answer.notTaken).toEqual(['Mobil'])
  expect(reasonsIn(answer)).toEqual([
    '3,refused,"a national identity number stands where the organisation number should: it is not taken"',
  ])
  expect(
    await house.owner
      .selectFrom('core.account')
      .select(['name', 'company_address', 'country'])
      .orderBy('customer_number')
      .execute(),
  ).toEqual([
    { name: 'Fjord AS', company_address: 'Postboks 1, 2. etg., 0150 Oslo', country: 'NO' },
    { name: 'Svensk AB', company_address: 'Gatan 2, 111 22 Stockholm', country: 'SE' },
  ])
})

it('reads a list whose first lines hold an address over two lines and a name that begins with a quotation mark', async () => {
  const answer = await imported(
    'Kundenr;Navn;Adresse\r\n1;"Nord AS";"Storgata 1\nOppgang B"\r\n2;"""Fjell"" og vidde AS";Vei 2\r\n',
  )
  expect(reasonsIn(answer)).toEqual([])
  const names = await house.owner
    .selectFrom('core.account')
    .select('name')
    .where('customer_number', 'is not', null)
    .orderBy('name')
    .execute()
  expect(names.map(({ name }) => name)).toEqual(['"Fjell" og vidde AS', 'Nord AS'])
})

it('brings no national identity number in, in whatever cell it stands, and does not repeat it in the report', async () => {
  const customers = await imported(
    [
      'Kundenr;Navn;Orgnr;Adresse;E-post',
      '501;Fjord AS;;Gata 1;',
      '502;Ola Nordmann 130972 48022;;Gata 1;',
      '503;Per Holm;;13.09.72-48022;',
      '504;Ida Holm;130972-48022;;',
      '13497248005;Ugyldig AS;;;',
      '506;Post AS;;;13897248098@post',
    ].join('\n'),
  )
  const reason = 'a national identity number stands in it: it is not taken'
  expect(reasonsIn(customers)).toEqual([
    `3,refused,"${reason}"`,
    `4,refused,"${reason}"`,
    '5,refused,"a national identity number stands where the organisation number should: it is not taken"',
    `6,refused,"${reason}"`,
    `7,refused,"${reason}"`,
  ])
  expect(await house.owner.selectFrom('core.account').select('name').execute()).toEqual([{ name: 'Fjord AS' }])
  const sales = await imported(file(sold(1, '2010-12-01'), sold(2, '2010-12-01').replace('HEART', 'TIL 130972 48022')))
  expect(reasonsIn(sales)).toEqual([`3,refused,"${reason}"`])
  expect((await documents()).map(({ number }) => number)).toEqual([1n])
})

it('refuses alone, by line and reason, what cannot be kept or is not what it seems', async () => {
  const answer = await imported(
    file(
      sold(1, '2010-12-01'),
      sold(2, '40513.35'),
      sold(4, '2010-12-01', '2,55'),
      sold(5, '2010-12-01').replace('HEART', 'HE\0ART'),
      sold(6, '2010-12-01').replace('HEART', 'BLÃ¥BÃ¦R'),
      sold(7, '2010-12-01').replace('85123A', 'B'.repeat(3000)),
      sold(8, '2010-12-01').replace(',6,', ',-6,'),
      sold(1, '2010-12-01', '0'),
    ),
    { decimals: '.' },
  )
  expect(reasonsIn(answer).map((line) => line.slice(0, 61))).toEqual([
    `3,refused,"""40513.35"" is a spreadsheet's own number for a d`,
    '4,refused,"""2,55"" is not a price with a decimal point"',
    '5,refused,"the letters were damaged before this file was writ',
    '6,refused,"the letters were damaged before this file was writ',
    '7,refused,"the stock code or the description is longer than a',
    '8,refused,"a negative quantity on an invoice: only a credit n',
  ])
  expect((await documents()).map(({ number }) => number)).toEqual([1n])
})

it('does not take another document for one that is here because it has the same number', async () => {
  await imported(file(sold(1, '2010-12-01')))
  const answer = await imported(file(sold(1, '2010-12-01', '9.99'), sold(2, '2010-12-01')))
  expect(reasonsIn(answer)).toEqual(['2,refused,"1 is here already and comes to another sum: what is here stays as it is"'])
  expect((await documents()).map(({ net }) => net)).toEqual([1530n, 1530n])
})
