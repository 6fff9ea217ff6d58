import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createZstdDecompress } from 'node:zlib'
import { type Frame, framesOf, lineEnds, type Opening, through } from './frames.ts'
import type { Progress } from './progress.ts'
import { opened } from './sealed-file.ts'

/** What is in a backup, as its reading has shown. */
export type Contents = Opening & {
  readonly rows: number
  readonly bytes: number
  readonly rowsOf: { readonly [table: string]: number }
}

/** Every frame of it, decrypted as it goes; nothing is believed before its piece is authentic. */
export function readBackup(file: string, key: string, seen: (bytes: number) => void = () => undefined): AsyncGenerator<Frame> {
  return framesOf(through(opened(key, counted(file, seen)), createZstdDecompress()))
}

/** Reads the whole file: authentic to the last byte, every table there, with as many rows as the server wrote. Throws what is wrong. */
export async function verifyBackup(file: string, key: string, progress: Progress = () => undefined): Promise<Contents> {
  const { size } = await stat(file)
  const rowsOf: Record<string, number> = {}
  let opening: Opening | undefined
  let table = ''
  let counted = 0
  let total = 0
  let isWhole = false
  const frames = readBackup(file, key, (bytes) => progress('checking', bytes / size, total))
  for await (const frame of frames) {
    if (frame.is === 'opening') opening = frame.says
    if (frame.is === 'table') [table, counted] = [frame.says.table, 0]
    if (frame.is === 'rows') counted += lineEnds(frame.data)
    if (frame.is === 'table end') {
      if (frame.rows !== counted) throw new Error(`The backup holds ${counted} rows of ${table}; the server wrote ${frame.rows}.`)
      rowsOf[table] = counted
      total += counted
    }
    if (frame.is === 'end') isWhole = frame.says.rows === total && frame.says.tables === Object.keys(rowsOf).length
  }
  if (!opening || !isWhole) throw new Error('The backup is not whole: tables are missing at its end.')
  return { ...opening, rows: total, bytes: size, rowsOf }
}

/** In which tables of the backup one of the words stands. */
export async function searchBackup(file: string, key: string, words: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  const longest = Math.max(...words.map((word) => Buffer.byteLength(word)))
  let table = ''
  let tail = Buffer.alloc(0)
  for await (const frame of readBackup(file, key)) {
    if (frame.is === 'table') [table, tail] = [frame.says.table, Buffer.alloc(0)]
    if (frame.is !== 'rows') continue
    const text = Buffer.concat([tail, frame.data])
    if (words.some((word) => text.includes(word))) found.add(table)
    tail = text.subarray(Math.max(0, text.length - longest))
  }
  return [...found]
}

async function* counted(file: string, seen: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    seen((bytes += chunk.length))
    yield chunk
  }
}
