import { isUtf8 } from 'node:buffer'
import { blockSize, type Text } from './text-of-file.ts'

/** Whole lines of a file, without the last one's end. `from` is the first line's number, the header being 1. */
export type Block = { readonly from: number; readonly lines: Lines; readonly bytesRead: number }
/** Lines as the bytes they came as; only who asks for one as text pays for that. */
export type Lines = {
  readonly length: number
  readonly bytes: Buffer
  /** Where line number `index` begins and where it ends, its line end not counted. */
  readonly begin: (index: number) => number
  readonly end: (index: number) => number
  readonly text: (index: number) => string
  readonly decode: Decode
}
export type Decode = (bytes: Buffer) => string
export type Encoding = 'utf-8' | 'windows-1252'

const [lineFeed, carriageReturn] = [0x0a, 0x0d]
const byteOrderMark = Buffer.from('\ufeff')

/**
 * Reads a text as blocks of whole lines, never more than a block in memory. A block that is not UTF-8
 * makes the file Windows-1252 from there on (ASCII is both); once anything was UTF-8 beyond ASCII, the file stays UTF-8.
 */
export async function* blocksOf({ chunks, bytesRead }: Text): AsyncGenerator<Block> {
  const decoderOf = decoders()
  let rest: Buffer[] = []
  let size = 0
  let from = 1
  const blockOf = (all: Buffer): Block => {
    const whole = from === 1 && all.indexOf(byteOrderMark) === 0 ? all.subarray(byteOrderMark.length) : all
    const lines = linesOf(whole, decoderOf(whole))
    from += lines.length
    return { from: from - lines.length, lines, bytesRead: bytesRead() }
  }
  for await (const chunk of chunks) {
    rest.push(chunk)
    size += chunk.length
    const end = chunk.lastIndexOf(lineFeed)
    if (end < 0 || size < blockSize) continue
    const all = Buffer.concat(rest)
    const cut = all.length - chunk.length + end + 1
    yield blockOf(all.subarray(0, cut - 1))
    rest = [all.subarray(cut)]
    size = all.length - cut
  }
  const last = Buffer.concat(rest)
  if (last.length > 0) yield blockOf(last.at(-1) === lineFeed ? last.subarray(0, -1) : last)
}

export function linesOf(bytes: Buffer, decode: Decode): Lines {
  const begins = [0]
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === lineFeed) begins.push(at + 1)
  const begin = (index: number) => begins[index]!
  const end = (index: number) => {
    const stop = index + 1 < begins.length ? begins[index + 1]! - 1 : bytes.length
    return stop > begins[index]! && bytes[stop - 1] === carriageReturn ? stop - 1 : stop
  }
  const text = (index: number) => decode(bytes.subarray(begin(index), end(index)))
  return { length: begins.length, bytes, begin, end, text, decode }
}

function decoders(): (bytes: Buffer) => Decode {
  const ansi = new TextDecoder('windows-1252')
  let encoding: Encoding | undefined
  return (block) => {
    const fits = isUtf8(block)
    if (fits && encoding === undefined && block.some((byte) => byte > 0x7f)) encoding = 'utf-8'
    if (!fits && encoding === undefined) encoding = 'windows-1252'
    return encoding === 'windows-1252' ? (bytes) => ansi.decode(bytes) : (bytes) => bytes.toString('utf8')
  }
}
