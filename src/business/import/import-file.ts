import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dayOf } from '#clock'
import type { Bulk } from '#database'
import { controllerShape } from '#merchant'
import { refuse, refused as isRefused, type Refusal } from '#refusal'
import type { Format } from './format.ts'
import { customersImporter } from './import-customers.ts'
import { type Batch, type Importer, salesImporter } from './import-sales.ts'
import { type Lanes, openLanes } from './lanes.ts'
import { liesTogether } from './look-through.ts'
import { isNotWhole, readFormat } from './read-format.ts'
import { openReport, type Report } from './report.ts'
import { countRows, finishRun, forgetRun, haveImportToOurselves, runOf, type Run } from './run.ts'
import { asItStands, gathered, type Sequence } from './sequence.ts'
import { type Said, type Written, writtenBy } from './written.ts'

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
  /** How dates, decimals and prices were read, and why so. */
  readonly because: readonly string[]
}
export type Wish = {
  readonly ownerUrl: string
  readonly file: string
  /** Where the report goes: `<reports>/<run>.csv`. */
  readonly reports: string
  /** What whoever brings the file says of how it writes dates, decimals and prices. */
  readonly said?: Said
  readonly progress?: (progress: Progress) => void
  /** Moves every date that many days: only samples do. */
  readonly daysLater?: number
  /** Stops after the batch at hand; the next call goes on. */
  readonly signal?: AbortSignal
}

/**
 * Imports a file. Each batch is one transaction that also counts its rows, so a run that was killed goes on after the last
 * batch that was kept; ids come from the file's own numbers, so nothing is ever there twice. Refuses the file as a whole
 * when it cannot be read to its end, its header is not understood, or how it writes its dates is not certain; a row that
 * cannot be used is refused alone, with its reason in the report.
 */
export async function importFile({ ownerUrl, file, reports, said = {}, progress, daysLater = 0, signal }: Wish, now: Date) {
  const format = await readFormat(file)
  if (isRefused(format)) return format
  const ways = await waysOf(file, format, said, now)
  if (isRefused(ways)) return ways
  const attempt = async (sequence?: Sequence) => {
    const lanes = await openLanes(ownerUrl)
    try {
      if (!(await haveImportToOurselves(lanes.all))) return refuse('another import is running')
      const seller = await sellerNow(lanes.main)
      if (isRefused(seller)) return seller
      // Commits keep their order, so a crash can only take the last batches, and rows_done tells which.
      for (const lane of lanes.all) await lane.waitForDisk(false)
      const importer =
        ways === undefined
          ? await customersImporter(lanes.main, now, format)
          : await salesImporter(lanes.main, now, format, ways.written, seller, daysLater)
      return await runImport(lanes, now, { file, reports, format, ways, sequence, progress, signal }, importer)
    } finally {
      await lanes.close()
    }
  }
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof Strewn)) throw error
  }
  return attempt(await gathered(file, format))
}

type Ways = { readonly written: Written; readonly because: readonly string[] } | undefined
type Work = Pick<Wish, 'file' | 'reports'> & {
  readonly format: Format
  readonly ways: Ways
  /** How its lines are taken if not as they stand. */
  readonly sequence: Sequence | undefined
  readonly progress: Wish['progress']
  readonly signal: Wish['signal']
}

/** Breaks off before anything is kept, so that the lines of each document can be put together first. */
class Strewn extends Error {}

/** A list of customers has no dates and no prices. */
async function waysOf(file: string, format: Format, said: Said, now: Date): Promise<Ways | Refusal> {
  if (format.name === 'customer-list') return undefined
  try {
    return await writtenBy(file, format, said, Number(dayOf(now).slice(0, 4)))
  } catch (error) {
    const why = isNotWhole(error)
    if (why) return why
    throw error
  }
}

async function runImport(lanes: Lanes, now: Date, work: Work, importer: Importer): Promise<Imported | Refusal> {
  const { file, reports, format, ways, sequence, signal } = work
  const run = await runOf(lanes.main, now, file, format.name, ways ? named(ways.written) : null)
  if (isRefused(run)) return run
  if (run.rowsDone > 0 && !sequence && !(await liesTogether(file, format))) throw new Strewn()
  const { placeOf } = sequence ?? asItStands(file)
  const report = await openReport(reports, run.id, (line) => placeOf(line) < run.rowsDone + format.firstRow)
  const tally = tallyFrom(run)
  try {
    await loadAll(lanes, run, work, importer, report, tally)
    if (!run.finished && !signal?.aborted) {
      await importer.finish(lanes)
      await lanes.main.waitForDisk(true)
      await finishRun(lanes.main, now, run.id)
    }
  } catch (error) {
    const why = isNotWhole(error)
    if (why === undefined && !(error instanceof Strewn)) throw error
    await report.close()
    await rm(report.path, { force: true })
    await lanes.main.query('rollback')
    await forgetRun(lanes.main, run.id)
    if (why === undefined) throw error
    return why
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
    because: ways?.because ?? [],
  }
}

/** While the server keeps one batch or two, the next is read. The first is kept when the file is known to be whole. */
async function loadAll(
  lanes: Lanes,
  run: Run,
  { file, format, sequence, progress, signal }: Work,
  importer: Importer,
  report: Report,
  tally: ReturnType<typeof tallyFrom>,
): Promise<void> {
  const size = statSync(file).size
  // Putting lines together has read the file to its end.
  const whole = sequence === undefined ? takenWhole(file, format) : Promise.resolve()
  whole.catch(() => undefined)
  for await (const batch of importer.batches(sequence ?? asItStands(file), run.rowsDone)) {
    if (signal?.aborted) break
    tally.add(batch)
    const { rows, refused } = tally
    await lanes.load(async (lane, before) => {
      await keep(lane, Promise.all([whole, before]), run.id, batch, report, rows, refused)
      progress?.({ rows, refused, share: Math.min(1, batch.bytesRead / size) })
    })
  }
  await lanes.settled()
}

async function takenWhole(file: string, format: Format): Promise<void> {
  if (!(await liesTogether(file, format))) throw new Strewn()
}

function named({ dates, decimals, currency }: Written): string {
  return `dates ${dates}, decimals ${decimals === ',' ? 'comma' : 'point'}, currency ${currency}`
}

async function keep(
  lane: Bulk,
  before: Promise<unknown>,
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

async function sellerNow(bulk: Bulk): Promise<unknown | Refusal> {
  const [setting] = await bulk.query<{ value: unknown }>(`select value from core.setting where key = 'controller'`)
  if (!setting) return refuse('the merchant is not entered yet', 'controller')
  const { legalName, organisationNumber, headOffice, postalAddress, email, phone, vatRegistered, foretaksregistered } =
    controllerShape.parse(setting.value)
  return { legalName, organisationNumber, headOffice, postalAddress, email, phone, vatRegistered, foretaksregistered }
}
