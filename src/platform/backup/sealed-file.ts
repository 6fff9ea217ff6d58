import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { secret } from '#files'

/**
 * A stream sealed in pieces, each with AES-256-GCM, so that a file of any size is written and read in little memory. Every file has a
 * key of its own (HKDF of ours and a random salt); each piece is bound to the head, to its place and to whether it is the last, so
 * none can be changed, moved or left off unnoticed.
 */
const format = 'ordholden backup 1'
const piece = 1 << 18
const tagLength = 16
const lastPiece = 0x80000000

export type Head = { readonly format: string; readonly takenAt: string; readonly salt: string; readonly keyMark: string }

/** This installation's: `<data>/secrets/backup-key`. Without it no backup can be read by anybody, ourselves included. */
export function backupKey(dataDir: string): string {
  return secret(dataDir, 'backup-key')
}

export async function* sealed(key: string, takenAt: Date, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const salt = randomBytes(32).toString('hex')
  const head = headLine({ format, takenAt: takenAt.toISOString(), salt, keyMark: keyMark(key, salt) })
  yield head
  const lock = pieceLock(key, salt, head)
  let place = 0
  let waiting: Buffer[] = []
  let size = 0
  for await (const chunk of source) {
    waiting.push(chunk)
    size += chunk.length
    while (size > piece) {
      const all = Buffer.concat(waiting)
      yield lock.close(all.subarray(0, piece), place++, false)
      waiting = [all.subarray(piece)]
      size -= piece
    }
  }
  yield lock.close(Buffer.concat(waiting), place, true)
}

/** What was sealed. Throws, in words for whoever reads the screen, on the wrong key, a changed byte or a missing end. */
export async function* opened(key: string, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const read = reader(source)
  const line = (await read.line()) ?? Buffer.alloc(0)
  const head = headOf(line)
  if (keyMark(key, head.salt) !== head.keyMark)
    throw new Error(
      'The backup was encrypted with another key. Put the secrets that belong to it in the data folder (secrets/backup-key).',
    )
  const lock = pieceLock(key, head.salt, line)
  for (let place = 0; ; place++) {
    const length = await read.bytes(4)
    if (length === undefined) throw cutOff()
    const told = length.readUInt32BE()
    const isLast = told >= lastPiece
    const body = await read.bytes((isLast ? told - lastPiece : told) + tagLength)
    if (body === undefined) throw cutOff()
    yield lock.open(body, place, isLast)
    if (isLast) break
  }
  if ((await read.bytes(1)) !== undefined) throw new Error('The backup has something after its end: it was changed.')
}

/** The first line, which anybody may read: when it was taken, and nothing of what is in it. */
export function headOf(line: Buffer): Head {
  try {
    const head = JSON.parse(line.toString('utf8')) as Head
    if (head.format === format) return head
  } catch {
    // Said below.
  }
  throw new Error('This is not a backup of Ordholden, or one of a version that this program does not know.')
}

function headLine(head: Head): Buffer {
  return Buffer.from(`${JSON.stringify(head)}\n`, 'utf8')
}

function derived(key: string, salt: string, what: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.from(salt, 'hex'), what, 32))
}

// Tells a wrong key from a damaged file, and says nothing about the key.
function keyMark(key: string, salt: string): string {
  return derived(key, salt, `${format} mark`).toString('hex').slice(0, 16)
}

function pieceLock(key: string, salt: string, head: Buffer) {
  const own = derived(key, salt, format)
  const headHash = createHash('sha256').update(head).digest()
  const nonce = (place: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeBigUInt64BE(BigInt(place), 4)
    return bytes
  }
  const bound = (isLast: boolean) => Buffer.concat([headHash, Buffer.from([isLast ? 1 : 0])])
  return {
    close: (plain: Buffer, place: number, isLast: boolean) => {
      const cipher = createCipheriv('aes-256-gcm', own, nonce(place)).setAAD(bound(isLast))
      const length = Buffer.alloc(4)
      length.writeUInt32BE(isLast ? lastPiece + plain.length : plain.length)
      return Buffer.concat([length, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open: (body: Buffer, place: number, isLast: boolean) => {
      const decipher = createDecipheriv('aes-256-gcm', own, nonce(place), { authTagLength: tagLength }).setAAD(bound(isLast))
      decipher.setAuthTag(body.subarray(body.length - tagLength))
      try {
        return Buffer.concat([decipher.update(body.subarray(0, body.length - tagLength)), decipher.final()])
      } catch (error) {
        throw new Error('The backup is damaged: a piece of it is not as it was written.', { cause: error })
      }
    },
  }
}

function cutOff(): Error {
  return new Error('The backup is cut off: its end is missing.')
}

/** Whole lines and exact numbers of bytes out of a stream of chunks; undefined at its end. */
function reader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async () => {
    const { done, value } = await chunks.next()
    if (done) return false
    held = held.length === 0 ? value : Buffer.concat([held, value])
    return true
  }
  const take = (length: number) => {
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
  return {
    line: async () => {
      while (held.indexOf(0x0a) < 0 && held.length < 4096) if (!(await more())) break
      const end = held.indexOf(0x0a)
      return end < 0 ? undefined : take(end + 1)
    },
    bytes: async (length: number) => {
      while (held.length < length) if (!(await more())) return undefined
      return take(length)
    },
  }
}
