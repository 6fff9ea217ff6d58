import { setImmediate as breathe } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { blocksOf } from './lines.ts'

/** One record of the file: its first line's number (the header is 1), how many lines it took, its cells, or what is wrong. */
export type Row = { readonly row: number; readonly lines: number; readonly cells: readonly string[]; readonly broken?: string }
export type Rows = { readonly rows: readonly Row[]; readonly bytesRead: number }

type Shape = { readonly delimiter: string; readonly width: number }

const longestRecord = 20

/**
 * The records after the header and after the `skip` lines already done. Lines are read one by one, so a quotation mark
 * nobody closed costs one line and never the rest of the file; a record over several lines is still one record.
 */
export async function* rowsOfFile(file: string, shape: Shape, skip: number): AsyncGenerator<Rows> {
  let held: readonly string[] = []
  let next = skip + 2
  for await (const { from, lines, bytesRead } of blocksOf(file)) {
    if (from + lines.length <= next) continue
    const fresh = [...held, ...lines.slice(Math.max(0, next + held.length - from))]
    const rows = rowsOf(next, fresh, shape)
    // A record may go on in the next block.
    const open = rows.findIndex(({ broken }, index) => broken === neverClosed && rows.length - index < longestRecord)
    const read = open < 0 ? rows : rows.slice(0, open)
    const done = read.reduce((sum, row) => sum + row.lines, 0)
    held = fresh.slice(done)
    next += done
    yield { rows: read, bytesRead }
    await breathe() // The server's answers are waiting.
  }
  if (held.length > 0) yield { rows: rowsOf(next, held, shape), bytesRead: Infinity }
}

function rowsOf(from: number, lines: readonly string[], shape: Shape): Row[] {
  const rows: Row[] = []
  for (let index = 0; index < lines.length;) {
    const line = lines[index]!
    const cells = plainCells(line, shape.delimiter)
    const row = cells && line !== '' ? counted(from + index, cells, shape) : recordAt(from, index, lines, shape)
    rows.push(row)
    index += row.lines
  }
  return rows
}

/** Cuts a line whose quotation marks stand only around whole cells: nearly every line there is. Others are left to csv-parse. */
function plainCells(line: string, delimiter: string): string[] | undefined {
  if (!line.includes('"')) return line.split(delimiter)
  const cells: string[] = []
  for (let start = 0; start <= line.length;) {
    const quoted = line.charCodeAt(start) === 0x22
    const end = quoted ? line.indexOf('"', start + 1) + 1 : line.indexOf(delimiter, start)
    if (quoted && (end === 0 || (end < line.length && line[end] !== delimiter))) return undefined
    const stop = end < 0 ? line.length : end
    const cell = quoted ? line.slice(start + 1, stop - 1) : line.slice(start, stop)
    if (!quoted && cell.includes('"')) return undefined
    cells.push(cell)
    start = stop + 1
  }
  return cells
}

function counted(row: number, cells: readonly string[], { width }: Shape): Row {
  if (cells.length === width) return { row, lines: 1, cells }
  return { row, lines: 1, cells, broken: `the line has ${cells.length} columns, the header has ${width}` }
}

const neverClosed = 'a quotation mark on this line is never closed'

function recordAt(from: number, index: number, lines: readonly string[], shape: Shape): Row {
  const row = from + index
  const line = lines[index]!
  if (line === '') return { row, lines: 1, cells: [], broken: 'the line is empty' }
  const alone = recordsOf(line, shape.delimiter)
  if (alone?.length === 1) return counted(row, alone[0]!, shape)
  for (let taken = 2; taken <= longestRecord && index + taken <= lines.length; taken++) {
    const records = recordsOf(lines.slice(index, index + taken).join('\n'), shape.delimiter)
    if (records?.length === 1 && records[0]!.length === shape.width) return { row, lines: taken, cells: records[0]! }
  }
  return { row, lines: 1, cells: line.split(shape.delimiter).map((cell) => cell.replace(/^"|"$/g, '')), broken: neverClosed }
}

function recordsOf(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
  } catch {
    return undefined // Not this many lines; the caller tries one more, and says which line it was.
  }
}
