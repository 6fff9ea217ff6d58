import type { Refusal } from '#refusal'
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
 * whose lines are strewn over the file, which would be taken in part. Answers whether each document would come in one batch;
 * nothing is kept before that.
 */
export async function liesTogether(file: string, format: Format): Promise<boolean> {
  const isStrewn = strewnBy(format)
  let rest: Buffer = Buffer.alloc(0)
  let strewn = false
  for await (const chunk of textOfFile(file, pieces).chunks) {
    if (strewn) continue
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let start = 0
    for (let end = bytes.indexOf(lineFeed); end >= 0 && !strewn; end = bytes.indexOf(lineFeed, start)) {
      strewn = isStrewn(bytes, start, end)
      start = end + 1
    }
    rest = bytes.subarray(start)
  }
  return !strewn && !isStrewn(rest, 0, rest.length)
}

/** Follows where batches end, and tells when a number comes again after its batch. */
function strewnBy({ at, delimiter, firstRow }: Format): (bytes: Buffer, start: number, end: number) => boolean {
  const column = at.invoiceNo
  const cut = delimiter.charCodeAt(0)
  const closed = new Set<number>()
  const open = new Set<number>()
  let line = 0
  let from = firstRow
  let last = 0
  return (bytes, start, end) => {
    line++
    if (column === undefined || line < firstRow) return false
    const number = numberAt(bytes, cellAt(bytes, start, end, column, cut), end)
    if (number === 0 || number === last) return false
    if (line - from >= batchSize) {
      for (const each of open) closed.add(each)
      open.clear()
      from = line
    }
    last = number
    open.add(number)
    return closed.has(number)
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
