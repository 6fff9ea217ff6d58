/** npm run import -- FILE: shows how far it is, and says at the end what was taken, what was refused and why. */
import { join } from 'node:path'
import { now } from '#clock'
import { openServer } from '#database'
import { dataDirectory } from '#files'
import { type Imported, importFile, type Progress } from '#import'
import { refused } from '#refusal'

const file = process.argv[2]
if (file === undefined) {
  console.error('Which file? npm run import -- FILE (CSV or CSV.GZ: a year of invoice lines, or a list of customers)')
  process.exit(2)
}

const width = 32

function bar({ rows, refused: no, share }: Progress): void {
  if (!process.stderr.isTTY) return
  const full = Math.round(share * width)
  const percent = String(Math.floor(share * 100)).padStart(3)
  process.stderr.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent} %  ${rows.toLocaleString('nb-NO')} rows, ${no.toLocaleString('nb-NO')} refused`)
}

function told({ rows, refused: no, outcomes, reasons, continuedFrom, report, notTaken }: Imported): string {
  const count = (number: number) => String(number).padStart(9)
  return [
    ...(continuedFrom > 0 ? [`Continued after row ${continuedFrom}, where it was stopped.`] : []),
    ...Object.entries(outcomes).map(([outcome, number]) => `${count(number)}  ${outcome}`),
    ...(outcomes.imported || outcomes.refused || outcomes['already here'] ? [] : ['Nothing to do: this file has been imported.']),
    ...Object.entries(reasons).toSorted(([, a], [, b]) => b - a).map(([reason, number]) => `${count(number)}    ${reason}`),
    ...(notTaken.length > 0 ? [`Not taken: ${notTaken.join(', ')}.`] : []),
    `${count(rows)}  rows in the file, ${no} refused. Row by row: ${report}`,
  ].join('\n')
}

const server = await openServer()
try {
  const answer = await importFile({ ownerUrl: server.ownerUrl, file, reports: join(dataDirectory(), 'imports'), progress: bar }, now())
  if (process.stderr.isTTY) process.stderr.write('\n')
  if (refused(answer)) {
    console.error(`Nothing was imported: ${answer.refused}${answer.field === undefined ? '' : ` (${answer.field})`}.`)
    process.exitCode = 1
  } else {
    console.log(told(answer))
  }
} finally {
  await server.close()
}
