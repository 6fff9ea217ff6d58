/** npm run import -- FILE: shows how far it is, and says at the end what was taken, what was refused and why. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { now } from '#clock'
import { type Imported, importFile, pastTheirYears, type Progress, type Said, saidIn } from '#import'
import { sampleController, saveController } from '#merchant'
import { refused } from '#refusal'
import { notedCommand } from '../opening/noted-command.ts'
import { isEmpty, openHouse } from '../opening/open-house.ts'

const usage = `Which file? npm run import -- FILE
  FILE is CSV, also packed as .gz: a year of invoice lines, or a list of customers. Not taken: Excel workbooks, zip archives, PDF.
  --dates dmy|mdy|ymd       how 1/12/2010 is to be read, where the file does not show it
  --decimals comma|point    how 1,234 is to be read, where the file does not show it
  --currency NOK            which currency the prices are in, where the file does not say it`

const { file, said } = asked()

function asked(): { file: string; said: Said } {
  try {
    const { values, positionals } = parseArgs({
      options: { dates: { type: 'string' }, decimals: { type: 'string' }, currency: { type: 'string' } },
      allowPositionals: true,
    })
    const [path, ...more] = positionals
    const wishes = saidIn(values)
    if (path !== undefined && more.length === 0 && wishes !== undefined) return { file: path, said: wishes }
  } catch {
    // An option there is none of: the usage says which there are.
  }
  console.error(usage)
  process.exit(2)
}

const width = 32
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.once(signal, () => stopping.abort())
process.channel?.unref() // Hearing of the parent's end is no reason to stay.

function bar({ rows, refused: no, share }: Progress): void {
  if (!process.stderr.isTTY) return
  const full = Math.round(share * width)
  const percent = String(Math.floor(share * 100)).padStart(3)
  process.stderr.write(
    `\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent} %  ${rows.toLocaleString('nb-NO')} rows, ${no.toLocaleString('nb-NO')} refused`,
  )
}

// A document needs somebody who issued it.
async function beTheSampleMerchant(): Promise<void> {
  await saveController(house.owner, now(), sampleController)
  console.log(`No merchant was entered here yet, so the documents are ${sampleController.legalName}'s: the sample merchant's.`)
}

function told({ rows, rowsRefused: no, outcomes, reasons, continuedFrom, stopped, report, notTaken, because }: Imported): string {
  const count = (number: number) => String(number).padStart(9)
  return [
    ...(continuedFrom > 0 && continuedFrom < rows ? [`Continued after row ${continuedFrom}, where it was stopped.`] : []),
    ...Object.entries(outcomes).map(([outcome, number]) => `${count(number)}  ${outcome}`),
    ...(stopped || outcomes.imported || outcomes.refused || outcomes['already here']
      ? []
      : [rows === 0 ? 'Nothing to do: there is nothing below the header.' : 'Nothing to do: this file has been imported.']),
    ...Object.entries(reasons)
      .toSorted(([, a], [, b]) => b - a)
      .map(([reason, number]) => `${count(number)}    ${reason}`),
    ...because,
    ...(notTaken.length > 0 ? [`Columns not taken: ${notTaken.join(', ')}.`] : []),
    `${count(rows)}  rows ${stopped ? 'so far' : 'in the file'}, ${no} refused. Row by row: ${report}`,
    ...(stopped ? ['Stopped. Run it again, and it goes on from here.'] : []),
  ].join('\n')
}

function toldOfOld(documents: number): string {
  return `${documents} imported documents are past the five years that bokføringsloven § 13 keeps them: the coming night deletes them, with
their lines and payments. Their numbers and hashes stay. What somebody holds, or what was paid or credited later, waits for its own day.`
}

const house = await openHouse(now())
try {
  await notedCommand(house.owner, now(), 'npm run import')
  if (await isEmpty(house.owner)) await beTheSampleMerchant()
  const answer = await importFile(
    { ownerUrl: house.ownerUrl, file, said, reports: join(house.dataDir, 'imports'), progress: bar, signal: stopping.signal },
    now(),
  )
  if (process.stderr.isTTY) process.stderr.write('\n')
  if (refused(answer)) {
    console.error(`Nothing was imported: ${answer.refused}${answer.field === undefined ? '' : ` (${answer.field})`}.`)
    process.exitCode = 1
  } else {
    console.log(told(answer))
    const old = await pastTheirYears(house.owner, now())
    if (old > 0) console.log(toldOfOld(old))
  }
} catch (error) {
  // Everything up to the last whole batch is kept.
  console.error(`\nThe import stopped: ${(error as Error).message}. Run it again, and it goes on from where it was.`)
  process.exitCode = 1
} finally {
  await house.close()
}
