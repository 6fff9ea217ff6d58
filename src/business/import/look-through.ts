import { refuse, type Refusal } from '#refusal'
import type { Format } from './format.ts'
import { textOfFile } from './text-of-file.ts'

/** Lines that are kept together in one transaction, at least; a document is never divided. */
export const batchSize = 6_000

// Larger than whoever takes the lines reads: the server waits for the answer, and each piece waits for its turn.
const pieces = 1024 * 1024

const [quotationMark, letterC, zero, nine, lineFeed] = [0x22, 0x43, 0x30, 0x39, 0x0a]

/** Breaks off what has been begun with a file that must not be taken. */
export class NotWhole extends Error {
  readonly why: Refusal

  constructor(why: Refusal) {
    super(why.refused)
    this.why = why
  }
}

/**
 * Reads the file to its end while the first batches are prepared: what is cut off shows only there, and so does a document
 * whose lines are strewn over the file, which would be taken in part. Nothing is kept before this has been answered.
 */
export async function lookThrough(file: string, format: Format): Promise<void> {
  const together = togetherBy(format)
  let rest: Buffer = Buffer.alloc(0)
  let strewn: Strewn | undefined
  for await (const chunk of textOfFile(file, pieces).chunks) {
    if (strewn !== undefined) continue
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let start = 0
    for (let end = bytes.indexOf(lineFeed); end >= 0 && strewn === undefined; end = bytes.indexOf(lineFeed, start)) {
      strewn = together(bytes, start, end)
      start = end + 1
    }
    rest = bytes.subarray(start)
  }
  strewn ??= together(rest, 0, rest.length)
  if (strewn === undefined) return
  const { number, line } = strewn
  throw new NotWhole(
    refuse(
      `the lines of ${number} are strewn over the file (again on line ${line}), and a document is taken whole: sort the file by invoice number`,
    ),
  )
}

type Strewn = { readonly number: string; readonly line: number }

/** Follows where batches end, and tells of a number that comes again after its batch. */
function togetherBy({ at, delimiter, firstRow }: Format): (bytes: Buffer, start: number, end: number) => Strewn | undefined {
  const column = at.invoiceNo
  const cut = delimiter.charCodeAt(0)
  const closed = new Set<number>()
  const open = new Set<number>()
  let line = 0
  let from = firstRow
  let last = 0
  return (bytes, start, end) => {
    line++
    if (column === undefined || line < firstRow) return undefined
    const number = numberAt(bytes, cellAt(bytes, start, end, column, cut), end)
    if (number === 0 || number === last) return undefined
    if (line - from >= batchSize) {
      for (const each of open) closed.add(each)
      open.clear()
      from = line
    }
    last = number
    if (closed.has(number)) return { number: number < 0 ? `C${-number}` : String(number), line }
    open.add(number)
    return undefined
  }
}

function cellAt(bytes: Buffer, start: number, end: number, column: number, cut: number): number {
  let at = start
  for (let quoted = false, left = column; left > 0 && at < end; at++) {
    if (bytes[at] === quotationMark) quoted = !quoted
    else if (bytes[at] === cut && !quoted) left--
  }
  return at
}

/** 536365, less than nothing for C536365, and 0 for what is no number of a document. */
function numberAt(bytes: Buffer, start: number, end: number): number {
  let at = bytes[start] === quotationMark ? start + 1 : start
  const credit = bytes[at] === letterC || bytes[at] === letterC + 0x20
  if (credit) at++
  let number = 0
  for (; at < end && bytes[at]! >= zero && bytes[at]! <= nine; at++) number = number * 10 + bytes[at]! - zero
  return credit ? -number : number
}
