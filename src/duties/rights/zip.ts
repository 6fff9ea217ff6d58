import { promisify } from 'node:util'
import { crc32, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib'

const elsewhere = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw)

/** What is held repeats itself: the usual level (6) takes twice as long and makes it a sixth smaller. */
const level = 3

/** What is smaller is deflated in less time than it takes to hand it to another thread. */
const worthAThread = 65_536

async function deflate(bytes: Buffer): Promise<Buffer> {
  return bytes.length < worthAThread ? deflateRawSync(bytes, { level }) : elsewhere(bytes, { level })
}

export type ZippedFile = {
  readonly name: string
  readonly bytes: Buffer
  /** Under way already: see `underWay`. */
  readonly deflated?: Promise<Buffer>
}

/** Is deflated from now on, if large on a thread of its own, while the next file is written. */
export function underWay(name: string, bytes: Buffer): ZippedFile {
  return { name, bytes, deflated: deflate(bytes) }
}

/** One archive of a few small files (PKWARE APPNOTE 6.3.3, without zip64): names in UTF-8, contents deflated, dated 1980-01-01. */
export async function zip(files: readonly ZippedFile[]): Promise<Buffer> {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  // Side by side, the large ones each on a thread of its own.
  const all = await Promise.all(files.map(({ bytes, deflated }) => deflated ?? deflate(bytes)))
  for (const [at, { name, bytes }] of files.entries()) {
    const deflated = all[at]!
    const facts = factsOf(name, bytes, deflated)
    const local = Buffer.concat([uint32(0x04034b50), facts, Buffer.from(name, 'utf8'), deflated])
    entries.push(
      Buffer.concat([uint32(0x02014b50), uint16(20), facts, uint16(0, 0, 0), uint32(0, offset), Buffer.from(name, 'utf8')]),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = [uint32(0x06054b50), uint16(0, 0, files.length, files.length), uint32(directory.length, offset), uint16(0)]
  return Buffer.concat([...locals, directory, ...end])
}

// What the local header and the directory entry say alike: version, UTF-8 names, deflate, date, checksum and sizes.
function factsOf(name: string, bytes: Buffer, deflated: Buffer): Buffer {
  return Buffer.concat([
    uint16(20, 0x0800, 8, 0, 0x0021),
    uint32(crc32(bytes), deflated.length, bytes.length),
    uint16(Buffer.byteLength(name, 'utf8'), 0),
  ])
}

function uint16(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  values.forEach((value, at) => buffer.writeUInt16LE(value, at * 2))
  return buffer
}

function uint32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => buffer.writeUInt32LE(value, at * 4))
  return buffer
}
