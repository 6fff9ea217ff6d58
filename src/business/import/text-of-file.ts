import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { kindOfFile } from './kind-of-file.ts'

/** The text of a file as it comes: unpacked, UTF-16 turned into UTF-8, line ends of old Macs into line feeds; otherwise the bytes as they are. */
export type Text = {
  readonly chunks: AsyncIterable<Buffer>
  /** How much of the file itself has been read. */
  readonly bytesRead: () => number
}

export const blockSize = 256 * 1024
const [lineFeed, carriageReturn] = [0x0a, 0x0d]

/** In pieces of about `size` bytes. */
export function textOfFile(file: string, size = blockSize): Text {
  const reading = createReadStream(file, { highWaterMark: size })
  const bytes = kindOfFile(file) === 'gzip' ? reading.pipe(createGunzip({ chunkSize: size })) : reading
  reading.on('error', (error) => bytes.destroy(error))
  const chunks = plain(bytes as AsyncIterable<Buffer>, () => reading.destroy())
  return { chunks, bytesRead: () => reading.bytesRead }
}

async function* plain(chunks: AsyncIterable<Buffer>, close: () => void): AsyncGenerator<Buffer> {
  let turn: ((chunk: Buffer) => Buffer) | undefined
  try {
    for await (const chunk of chunks) {
      turn ??= turnFor(chunk)
      yield turn(chunk)
    }
  } finally {
    close() // also when nobody wants the rest
  }
}

/** What the first bytes of a text ask for. */
function turnFor(first: Buffer): (chunk: Buffer) => Buffer {
  const utf16 = utf16Of(first)
  if (utf16 !== undefined) {
    const decoder = new TextDecoder(utf16)
    return (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }))
  }
  if (first.includes(carriageReturn) && !first.includes(lineFeed))
    return (chunk) => Buffer.from(chunk.map((byte) => (byte === carriageReturn ? lineFeed : byte)))
  return (chunk) => chunk
}

/** By its mark, or, where that is missing, by the zeros that every second byte of our letters then is. */
function utf16Of(first: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if ((first[0] === 0xff && first[1] === 0xfe) || isZeroAt(first, 1)) return 'utf-16le'
  if ((first[0] === 0xfe && first[1] === 0xff) || isZeroAt(first, 0)) return 'utf-16be'
  return undefined
}

function isZeroAt(first: Buffer, odd: 0 | 1): boolean {
  return first.length >= 8 && [0, 2, 4, 6].every((at) => first[at + odd] === 0 && first[at + 1 - odd] !== 0)
}
