import { setImmediate as breathe } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { blocksOf, type Lines, linesOf } from './lines.ts'
import { type PlainLine, plainLines } from './plain-line.ts'
import type { Text } from './text-of-file.ts'

/** One record of the file: its first line's number (the file's first is 1), how many lines it took, its cells, or what is wrong. */
export type Row = { readonly row: number; readonly lines: number; readonly cells: readonly string[]; readonly broken?: string }
export type Rows<Read> = {
  readonly rows: readonly Read[]
  /** The line after the last of them. */
  readonly next: number
  readonly bytesRead: number
}
/** What becomes of a row. A line that is plain may be read from its bytes; whatever that leaves (undefined) is read as a row. */
export type Reading<Read> = {
  readonly plain?: (line: PlainLine, row: number) => Read | undefined
  readonly row: (row: Row) => Read
}

type Shape = { readonly delimiter: string; readonly width: number; readonly firstRow: number }

const longestRecord = 20
const lineFeed = Buffer.from('\n')

/**
 * The records after the header and after the `skip` lines already done. Lines are read one by one, so a quotation mark
 * nobody closed costs one line and never the rest of the file; a record over several lines is still one record.
 */
export async function* rowsOfFile<Read>(
  text: Text,
  shape: Shape,
  skip: number,
  reading: Reading<Read>,
): AsyncGenerator<Rows<Read>> {
  let held: Lines | undefined
  let next = skip + shape.firstRow
  const rowsOf = rowsReader(shape, reading)
  for await (const { from, lines, bytesRead } of blocksOf(text)) {
    if (from + lines.length <= next) continue
    const fresh = held ? linesOf(Buffer.concat([held.bytes, lineFeed, lines.bytes]), lines.decode) : lines
    const start = held ? 0 : Math.max(0, next - from)
    const { rows, done } = rowsOf(next, fresh, start, false)
    next += done - start
    held = done < fresh.length ? linesOf(Buffer.from(fresh.bytes.subarray(fresh.begin(done))), fresh.decode) : undefined
    yield { rows, next, bytesRead }
    await breathe() // The server's answers are waiting.
  }
  if (held) yield { rows: rowsOf(next, held, 0, true).rows, next: next + held.length, bytesRead: Infinity }
}

function rowsReader<Read>(shape: Shape, { plain, row: read }: Reading<Read>) {
  const plainAt = plainLines(shape)
  return (from: number, lines: Lines, start: number, last: boolean): { rows: Read[]; done: number } => {
    const rows: Read[] = []
    let index = start
    while (index < lines.length) {
      const number = from + index - start
      const line = plainAt(lines, index)
      const known = line && plain?.(line, number)
      if (known !== undefined) {
        rows.push(known)
        index++
        continue
      }
      const row = line ? counted(number, line.cells(), shape) : recordAt(number, index, lines, shape)
      // A record may go on in the next block.
      if (!last && row.broken === neverClosed && lines.length - index < longestRecord) break
      rows.push(read(row))
      index += row.lines
    }
    return { rows, done: index }
  }
}

function counted(row: number, cells: readonly string[], { width }: Shape): Row {
  // Spreadsheets end a sheet with lines of nothing, and lines with nothing in cells of no column.
  if (cells.every((cell) => cell.trim() === '')) return { row, lines: 1, cells, broken: 'the line is empty' }
  const rest = cells.slice(width)
  if (cells.length >= width && rest.every((cell) => cell.trim() === '')) return { row, lines: 1, cells: cells.slice(0, width) }
  return { row, lines: 1, cells, broken: `the line has ${cells.length} columns, the header has ${width}` }
}

const neverClosed = 'a quotation mark on this line is never closed'

function recordAt(row: number, index: number, lines: Lines, shape: Shape): Row {
  const line = lines.text(index)
  if (line.trim() === '') return { row, lines: 1, cells: [], broken: 'the line is empty' }
  const alone = recordsOf(line, shape.delimiter)
  if (alone?.length === 1) return counted(row, alone[0]!, shape)
  let text = line
  for (let taken = 2; taken <= longestRecord && index + taken <= lines.length; taken++) {
    text += `\n${lines.text(index + taken - 1)}`
    const records = recordsOf(text, shape.delimiter)
    if (records?.length === 1 && records[0]!.length === shape.width) return { row, lines: taken, cells: records[0]! }
  }
  return { row, lines: 1, cells: line.split(shape.delimiter).map((cell) => cell.replace(/^"|"$/g, '')), broken: neverClosed }
}

/** Undefined for what ends within a quotation. */
export function recordsOf(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
  } catch {
    return undefined // Not this many lines; the caller tries one more, and says which line it was.
  }
}
