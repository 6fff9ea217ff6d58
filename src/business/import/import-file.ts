import { existsSync, statSync } from 'node:fs'
import type { Bulk } from '#database'
import { controllerShape } from '#merchant'
import { refuse, refused as isRefused, type Refusal } from '#refusal'
import { type Format, formatOf } from './format.ts'
import { customersImporter } from './import-customers.ts'
import { type Batch, type Importer, salesImporter } from './import-sales.ts'
import { type Lanes, openLanes } from './lanes.ts'
import { blocksOf } from './lines.ts'
import { openReport, type Report } from './report.ts'
import { countRows, finishRun, haveImportToOurselves, runOf, type Run } from './run.ts'

export type Progress = { readonly rows: number; readonly refused: number; readonly share: number }
export type Imported = {
  readonly run: string
  readonly format: Format['name']
  /** Rows of the file, the header not counted, and how many of them were refused. */
  readonly rows: number
  readonly rowsRefused: number
  /** What this session did; the rest was done before it was stopped. */
  readonly outcomes: Readonly<Record<string, number>>
  readonly reasons: Readonly<Record<string, number>>
  readonly continuedFrom: number
  readonly stopped: boolean
  readonly report: string
  readonly notTaken: readonly string[]
}
export type Wish = {
  readonly ownerUrl: string
  readonly file: string
  /** Where the report goes: `<reports>/<run>.csv`. */
  readonly reports: string
  readonly progress?: (progress: Progress) => void
  /** Moves every date that many days: only samples do. */
  readonly daysLater?: number
  /** Stops after the batch at hand; the next call goes on. */
  readonly signal?: AbortSignal
}

/**
 * Imports a file. Each batch is one transaction that also counts its rows, so a run that was killed goes on after the last
 * batch that was kept; ids come from the file's own numbers, so nothing is ever there twice. Refuses the file as a whole
 * when its header is not understood; a row that cannot be used is refused alone, with its reason in the report.
 */
export async function importFile({ ownerUrl, file, reports, progress, daysLater = 0, signal }: Wish, now: Date) {
  if (!existsSync(file) || !statSync(file).isFile()) return refuse('there is no such file', file)
  const format = await readFormat(file)
  if (isRefused(format)) return format
  const lanes = await openLanes(ownerUrl)
  try {
    if (!(await haveImportToOurselves(lanes.all))) return refuse('another import is running')
    const seller = await sellerNow(lanes.main)
    if (isRefused(seller)) return seller
    // Commits keep their order, so a crash can only take the last batches, and rows_done tells which.
    for (const lane of lanes.all) await lane.waitForDisk(false)
    const importer =
      format.name === 'online-retail'
        ? await salesImporter(lanes.main, now, format, seller, daysLater)
        : await customersImporter(lanes.main, now, format)
    return await runImport(lanes, now, { file, reports, format, progress, signal }, importer)
  } finally {
    await lanes.close()
  }
}

type Work = { file: string; reports: string; format: Format; progress: Wish['progress']; signal: Wish['signal'] }

async function runImport(
  lanes: Lanes,
  now: Date,
  { file, reports, format, progress, signal }: Work,
  importer: Importer,
): Promise<Imported> {
  const run = await runOf(lanes.main, now, file, format.name)
  const report = await openReport(reports, run.id, run.rowsDone + 1)
  const tally = tallyFrom(run)
  const size = statSync(file).size
  try {
    // While the server keeps one batch or two, the next is read.
    for await (const batch of importer.batches(file, run.rowsDone)) {
      if (signal?.aborted) break
      tally.add(batch)
      const { rows, refused } = tally
      await lanes.load(async (lane, before) => {
        await keep(lane, before, run.id, batch, report, rows, refused)
        progress?.({ rows, refused, share: Math.min(1, batch.bytesRead / size) })
      })
    }
    await lanes.settled()
    if (!run.finished && !signal?.aborted) {
      await importer.finish()
      await lanes.main.waitForDisk(true)
      await finishRun(lanes.main, now, run.id)
    }
  } finally {
    await report.close()
  }
  const { rows, refused, outcomes, reasons } = tally
  return {
    run: run.id,
    format: format.name,
    rows,
    rowsRefused: refused,
    outcomes,
    reasons,
    continuedFrom: run.rowsDone,
    stopped: signal?.aborted ?? false,
    report: report.path,
    notTaken: format.notTaken,
  }
}

async function keep(
  lane: Bulk,
  before: Promise<void>,
  run: string,
  { sheets, outcomes }: Batch,
  report: Report,
  rows: number,
  refused: number,
): Promise<void> {
  await Promise.all([lane.load(sheets), report.write(outcomes), before])
  await countRows(lane, run, rows, refused)
  await lane.query('commit')
}

function tallyFrom({ rowsDone, rowsRefused }: Run) {
  const tally = {
    rows: rowsDone,
    refused: rowsRefused,
    outcomes: {} as Record<string, number>,
    reasons: {} as Record<string, number>,
    add: (batch: Batch) => {
      tally.rows += batch.lines
      tally.refused += batch.refused
      const { rows, otherwise } = batch.outcomes
      count(tally.outcomes, 'imported', rows.length - otherwise.size)
      for (const { outcome, reason } of otherwise.values()) {
        count(tally.outcomes, outcome, 1)
        if (reason !== undefined) count(tally.reasons, general(reason), 1)
      }
    },
  }
  return tally
}

function count(counts: Record<string, number>, name: string, more: number): void {
  if (more > 0) counts[name] = (counts[name] ?? 0) + more
}

// The kinds of reason are counted, not each number they name.
function general(reason: string): string {
  return reason.replace(/"[^"]*"/g, '…').replace(/C?\d{3,}/g, '…')
}

async function readFormat(file: string): Promise<Format | Refusal> {
  try {
    for await (const { lines } of blocksOf(file)) return readHeader(lines.text(0))
    return refuse('the file is empty')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) return refuse('the file is not a whole gzip file')
    throw error
  }
}

function readHeader(header: string): Format | Refusal {
  if (header.includes('\0') || header.startsWith('\ufffd\ufffd'))
    return refuse('the file is UTF-16 or no text: save it as CSV in UTF-8 or Windows-1252')
  return formatOf(header)
}

async function sellerNow(bulk: Bulk): Promise<unknown | Refusal> {
  const [setting] = await bulk.query<{ value: unknown }>(`select value from core.setting where key = 'controller'`)
  if (!setting) return refuse('the merchant is not entered yet', 'controller')
  const { legalName, organisationNumber, headOffice, postalAddress, email, phone, vatRegistered, foretaksregistered } =
    controllerShape.parse(setting.value)
  return { legalName, organisationNumber, headOffice, postalAddress, email, phone, vatRegistered, foretaksregistered }
}
