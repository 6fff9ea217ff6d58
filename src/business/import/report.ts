import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Outcome = 'imported' | 'already here' | 'refused'
/** What became of the rows: every one of `rows` was imported but those that `otherwise` tells of. */
export type Outcomes = { readonly rows: readonly number[]; readonly otherwise: ReadonlyMap<number, Otherwise> }
export type Otherwise = { readonly outcome: Exclude<Outcome, 'imported'>; readonly reason?: string }

/** One line per row of the file: what was done with it and, when it was refused, why. */
export type Report = {
  readonly path: string
  /** On disk before this resolves, so that what the database has kept is always reported. */
  readonly write: (outcomes: Outcomes) => Promise<void>
  readonly close: () => Promise<void>
}

const header = 'row,outcome,reason\n'

/** Opens `<folder>/<run>.csv`, keeping only what it says about the rows that are done: the rest was written and not kept. */
export async function openReport(folder: string, run: string, isDone: (row: number) => boolean): Promise<Report> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${run}.csv`)
  if (existsSync(path)) await keepDone(path, isDone)
  const file = await open(path, 'a', 0o600)
  if ((await file.stat()).size === 0) await file.writeFile(header)
  let written = Promise.resolve()
  return {
    path,
    // One after the other, however many ask at once.
    write: (outcomes) => (written = written.then(() => write(file, outcomes))),
    close: () => written.finally(() => file.close()),
  }
}

async function write(file: FileHandle, { rows, otherwise }: Outcomes): Promise<void> {
  let text = ''
  for (const row of rows) {
    const { outcome = 'imported', reason = undefined } = otherwise.get(row) ?? {}
    text += reason === undefined ? `${row},${outcome},\n` : `${row},${outcome},"${reason.replaceAll('"', '""')}"\n`
  }
  await file.writeFile(text)
  await file.datasync()
}

async function keepDone(path: string, isDone: (row: number) => boolean): Promise<void> {
  const kept = await open(`${path}.part`, 'w', 0o600)
  let text = ''
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line.startsWith('row,') || isDone(Number.parseInt(line, 10))) text += `${line}\n`
  }
  await kept.writeFile(text)
  await kept.sync()
  await kept.close()
  await rename(`${path}.part`, path)
}
