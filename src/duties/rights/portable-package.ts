import { createHash } from 'node:crypto'
import { dayOf } from '#clock'
import type { Declared, Source } from '#personal-data'
import type { For, Subject } from '#purposes'
import type { Delivered } from './access-package.ts'
import { columnWord } from './column-words.ts'
import { holdings, type Holding, type Json } from './holdings.ts'
import { proven } from './proven.ts'
import { tableWord } from './table-words.ts'
import { writtenValue } from './written-value.ts'
import { zip } from './zip.ts'

/** What the person gave us themselves, as opposed to what we or the system made (art. 20(1)). */
const provided: readonly Source[] = ['registration', 'enquiry', 'order', 'person']

type Value = {
  readonly table: string
  readonly row: number
  readonly column: string
  readonly what: string
  readonly value: Json
}

/**
 * What the person gave us, to take to somebody else: JSON for programs and CSV for spreadsheets; also where art. 20 does not
 * oblige us (promise X-3). Of the person fixed in the transaction, for a claim that is filed.
 */
export async function portablePackage(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  inventory: readonly Declared[],
  caseId: string,
): Promise<Delivered & { readonly receipt: string }> {
  const values = (await holdings(tx, inventory)).flatMap(valuesOf)
  const json = { schema: 'ordholden portable data 1', preparedAt: now.toISOString(), data: values }
  const files = [
    { name: 'data.json', bytes: Buffer.from(JSON.stringify(json, null, 2), 'utf8') },
    { name: 'data.csv', bytes: Buffer.from(csvOf(values), 'utf8') },
  ]
  const manifest = Object.fromEntries(files.map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')]))
  const receipt = await proven(tx, now, {
    kind: 'data handed over',
    subject: subject.personId,
    body: { case: caseId, files: manifest },
  })
  return { fileName: `ta-med-${dayOf(now)}.zip`, archive: await zip(files), manifest, receipt }
}

function valuesOf({ table, columns, rows }: Holding): Value[] {
  return rows.flatMap(({ values }, place) =>
    Object.entries(columns)
      .filter(([column, { from, secret }]) => provided.includes(from) && !secret && (values[column] ?? '') !== '')
      .map(([column]) => ({
        table,
        row: place + 1,
        column,
        what: `${tableWord(table, 'nb')}: ${columnWord(column, 'nb')}`,
        value: values[column]!,
      })),
  )
}

/** RFC 4180, in UTF-8 with its mark, so that a spreadsheet reads æ, ø and å. */
function csvOf(values: readonly Value[]): string {
  const lines = values.map(({ table, row, column, what, value }) => [
    table,
    String(row),
    column,
    what,
    typeof value === 'string' ? value : writtenValue(column, value, 'nb'),
  ])
  return (
    '\ufeff' + [['table', 'row', 'column', 'what', 'value'], ...lines].map((line) => line.map(cell).join(',') + '\r\n').join('')
  )
}

// A cell that begins like a formula would be run by some spreadsheets.
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^\+?[\d\s]+$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
