import type { Lines } from './lines.ts'

/** A line whose quotation marks stand only around whole cells, as nearly every line there is; good until the next is asked for. */
export type PlainLine = {
  readonly bytes: Buffer
  /** Where each cell begins and where it ends, without its quotation marks. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly width: number
  readonly text: (cell: number) => string
  readonly cells: () => string[]
}

const quotationMark = 0x22
/** Beyond the header's width, so that a line with too many cells can say how many. */
const spare = 64

/** Cuts plain lines; undefined for any other, and for an empty one: those are left to csv-parse. */
export function plainLines({ delimiter, width }: { readonly delimiter: string; readonly width: number }) {
  const from = new Int32Array(width + spare)
  const to = new Int32Array(width + spare)
  const cut = delimiter.charCodeAt(0)
  const line: { -readonly [part in keyof PlainLine]: PlainLine[part] } = {
    bytes: Buffer.alloc(0),
    from,
    to,
    width: 0,
    text: () => '',
    cells: () => [],
  }
  return ({ bytes, begin, end, decode }: Lines, index: number): PlainLine | undefined => {
    const stop = end(index)
    if (stop === begin(index)) return undefined
    let found = 0
    for (let start = begin(index); start <= stop; found++) {
      if (found === from.length) return undefined
      const quoted = bytes[start] === quotationMark && start < stop
      const close = quoted ? closing(bytes, start + 1, stop) : plainEnd(bytes, start, stop, cut)
      if (close < 0 || (quoted && close + 1 < stop && bytes[close + 1] !== cut)) return undefined
      from[found] = quoted ? start + 1 : start
      to[found] = close
      start = close + (quoted ? 2 : 1)
    }
    line.bytes = bytes
    line.width = found
    line.text = (cell) => decode(bytes.subarray(from[cell], to[cell]))
    line.cells = () => Array.from({ length: found }, (_, cell) => line.text(cell))
    return line
  }
}

function closing(bytes: Buffer, from: number, stop: number): number {
  for (let at = from; at < stop; at++) if (bytes[at] === quotationMark) return at
  return -1
}

function plainEnd(bytes: Buffer, from: number, stop: number, cut: number): number {
  for (let at = from; at < stop; at++) {
    if (bytes[at] === cut) return at
    if (bytes[at] === quotationMark) return -1
  }
  return stop
}
