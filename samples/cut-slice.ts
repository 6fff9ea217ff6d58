/**
 * How samples/online-retail-slice.csv.gz was cut from the whole file, so that anybody can cut it again:
 *   node samples/cut-slice.ts online-retail.csv.gz
 *
 * Source: "Online Retail", UCI Machine Learning Repository (Daqing Chen, Sai Liang Sain, Kun Guo, 2012,
 * doi 10.1057/dbm.2012.17), as released in the CRAN package onlineretail; CC0. Lines are kept as they stand: every line of
 * about one customer in twenty-five, all smaller Norwegian customers, and a few documents of each kind that an import must
 * refuse or file under nobody's number.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

const share = 0.042
const nobodys = 14
const [header, ...lines] = gunzipSync(readFileSync(process.argv[2]!)).toString('utf8').trimEnd().split('\n')

const customerOf = (line: string) => /,(\d*),"[^"]*"$/.exec(line)![1]!
const documentOf = (line: string) => line.slice(1, line.indexOf('"', 1))
const drawn = (name: string) => createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32

const byCustomer = Map.groupBy(lines, customerOf)
const customers = new Set(
  [...byCustomer].filter(([customer, own]) => customer !== '' && taken(customer, own)).map(([customer]) => customer),
)

function taken(customer: string, own: readonly string[]): boolean {
  if (own[0]!.endsWith('"Norway"')) return own.length < 200
  return own.length >= 20 && own.length <= 600 && drawn(customer) < share
}

const nobody = [...Map.groupBy(byCustomer.get('')!, documentOf)].filter(([, own]) => own.length <= 12)
const kinds = [/^A/, /^C/, /^\d/].flatMap((kind) =>
  nobody
    .filter(([document]) => kind.test(document))
    .toSorted(byDraw)
    .slice(0, nobodys),
)
const documents = new Set(kinds.map(([document]) => document))

function byDraw([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return drawn(a) - drawn(b)
}

const slice = lines.filter((line) => customers.has(customerOf(line)) || documents.has(documentOf(line)))
writeFileSync(
  join(import.meta.dirname, 'online-retail-slice.csv.gz'),
  gzipSync(`${[header, ...slice].join('\n')}\n`, { level: 9 }),
)
console.log(
  `${slice.length} lines of ${lines.length}: ${customers.size} customers, ${new Set(slice.map(documentOf)).size} documents`,
)
