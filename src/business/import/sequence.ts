import { refuse } from '#refusal'
import { rowsOfFile } from './cells.ts'
import type { Format } from './format.ts'
import { NotWhole } from './look-through.ts'
import { type Text, textOfFile } from './text-of-file.ts'

/** The lines of a file in the order they are taken in: as they stand, or those of each document together. */
export type Sequence = {
  /** From the beginning, each time. */
  readonly text: () => Text
  /** The number in the file of the line that is taken at `place`; the first is 1. */
  readonly lineAt: (place: number) => number
  readonly placeOf: (line: number) => number
}

const same = (number: number) => number

export function asItStands(file: string): Sequence {
  return { text: () => textOfFile(file), lineAt: same, placeOf: same }
}

/** Held in memory, because nothing about a customer is laid on the disk beside the file itself. */
const mostHeld = 1024 ** 3
const piece = 256 * 1024
const lineFeed = 0x0a

/**
 * The same lines with those of each document together, documents in the order they begin in, so that each can be taken whole
 * in one batch. The order follows from the file alone: whoever goes on with half an import finds it again.
 */
export async function gathered(file: string, format: Format): Promise<Sequence> {
  const bytes = await held(file)
  const begins = beginsOf(bytes)
  const lines = inOrder(await documentOfEach(begins.length, file, format))
  const places = new Int32Array(lines.length + 1)
  for (let place = 1; place <= lines.length; place++) places[lines[place - 1]!] = place
  return {
    text: () => textOf(bytes, begins, lines),
    lineAt: (place) => lines[place - 1] ?? place,
    placeOf: (line) => places[line] ?? line,
  }
}

async function held(file: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of textOfFile(file).chunks) {
    size += chunk.length
    if (size > mostHeld)
      throw new NotWhole(
        refuse(
          'the lines of its documents are strewn over the file, which is too large to put them together here: sort it by invoice number',
        ),
      )
    chunks.push(chunk)
  }
  if (chunks.at(-1)?.at(-1) !== lineFeed) chunks.push(Buffer.of(lineFeed))
  return Buffer.concat(chunks)
}

/** Where each line begins, and where the last one ends. */
function beginsOf(bytes: Buffer): Float64Array {
  let count = 0
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count++
  const begins = new Float64Array(count + 1)
  for (let line = 1, at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) begins[line++] = at + 1
  return begins
}

/** By line: which document it belongs to, in the order they begin in. What is above the lines of trade, and what names no document, stays with the line before. */
async function documentOfEach(count: number, file: string, format: Format): Promise<Int32Array> {
  const known = new Map<string, number>()
  const of = new Int32Array(count)
  let last = 0
  const row = ({ row, lines, cells }: { row: number; lines: number; cells: readonly string[] }) => {
    const name = cells[format.at.invoiceNo!]?.trim().toUpperCase()
    if (name) {
      last = known.get(name) ?? known.size + 1
      known.set(name, last)
    }
    of.fill(last, row, row + lines)
  }
  for await (const _ of rowsOfFile(textOfFile(file), format, 0, { row })) continue
  return of
}

/** The numbers of the lines, those of each document together. */
function inOrder(of: Int32Array): Int32Array {
  const ends = new Int32Array(of.reduce((most, document) => Math.max(most, document), 0) + 2)
  for (let line = 1; line < of.length; line++) ends[of[line]! + 1]!++
  for (let document = 1; document < ends.length; document++) ends[document]! += ends[document - 1]!
  const lines = new Int32Array(of.length - 1)
  for (let line = 1; line < of.length; line++) lines[ends[of[line]!]!++] = line
  return lines
}

function textOf(bytes: Buffer, begins: Float64Array, lines: Int32Array): Text {
  let read = 0
  async function* chunks(): AsyncGenerator<Buffer> {
    let part: Buffer[] = []
    let size = 0
    for (const line of lines) {
      part.push(bytes.subarray(begins[line - 1], begins[line]))
      size += part.at(-1)!.length
      if (size < piece) continue
      read += size
      yield Buffer.concat(part)
      part = []
      size = 0
    }
    read += size
    if (size > 0) yield Buffer.concat(part)
  }
  return { chunks: chunks(), bytesRead: () => read }
}
