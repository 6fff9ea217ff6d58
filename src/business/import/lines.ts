import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** Whole lines of a file. `from` is the first line's number, the header being 1. */
export type Block = { readonly from: number; readonly lines: readonly string[]; readonly bytesRead: number }
export type Encoding = 'utf-8' | 'windows-1252'

const lineFeed = 0x0a
const blockSize = 64 * 1024

/**
 * Reads a file, gzipped or not, as blocks of whole lines, never more than a block in memory. A block that is not UTF-8
 * makes the file Windows-1252 from there on (ASCII is both); once anything was UTF-8 beyond ASCII, the file stays UTF-8.
 */
export async function* blocksOf(file: string): AsyncGenerator<Block> {
  const reading = createReadStream(file, { highWaterMark: 64 * 1024 })
  const bytes = file.endsWith('.gz') ? reading.pipe(createGunzip({ chunkSize: blockSize })) : reading
  reading.on('error', (error) => bytes.destroy(error))
  const decode = decoder()
  let rest: Buffer[] = []
  let size = 0
  let from = 1
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    rest.push(chunk)
    size += chunk.length
    const end = chunk.lastIndexOf(lineFeed)
    if (end < 0 || size < blockSize) continue
    const all = Buffer.concat(rest)
    const cut = all.length - chunk.length + end + 1
    const lines = linesOf(decode(all.subarray(0, cut - 1)))
    yield { from, lines, bytesRead: reading.bytesRead }
    from += lines.length
    rest = [all.subarray(cut)]
    size = all.length - cut
  }
  const last = Buffer.concat(rest)
  const whole = last.at(-1) === lineFeed ? last.subarray(0, -1) : last
  if (last.length > 0) yield { from, lines: linesOf(decode(whole)), bytesRead: reading.bytesRead }
}

function decoder(): (bytes: Buffer) => string {
  const ansi = new TextDecoder('windows-1252')
  let encoding: Encoding | undefined
  return (bytes) => {
    const fits = isUtf8(bytes)
    if (fits && encoding === undefined && bytes.some((byte) => byte > 0x7f)) encoding = 'utf-8'
    if (!fits && encoding === undefined) encoding = 'windows-1252'
    const text = encoding === 'windows-1252' ? ansi.decode(bytes) : bytes.toString('utf8')
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }
}

function linesOf(text: string): string[] {
  const lines = text.split('\n')
  if (!text.includes('\r')) return lines
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
}
