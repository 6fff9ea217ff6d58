/** Rows in PostgreSQL's binary COPY format, written straight into one buffer: less to make here and less to read there. */
export type BinaryRows = {
  /** Begins a row of that many columns; then exactly that many values follow. */
  readonly row: (columns: number) => void
  /** Sixteen bytes, see `uuidBytes`. */
  readonly uuid: (bytes: Buffer) => void
  readonly int4: (value: number) => void
  readonly int8: (value: number) => void
  readonly text: (value: string) => void
  readonly nothing: () => void
  /** Values made before, by `between`. */
  readonly made: (bytes: Buffer) => void
  /** A copy of the values between two places. */
  readonly between: (from: number, to: number) => Buffer
  /** Where the next value goes. */
  readonly at: () => number
  /** The values that other rows have between two places, as they are. */
  readonly same: (rows: BinaryRows, from: number, to: number) => void
  readonly copyTo: (target: Buffer, at: number, from: number, to: number) => number
  /** All rows so far, whole; undefined when there are none. */
  readonly end: () => Buffer | undefined
}

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')

/** `size` is how many bytes it has room for before it must move to a larger place. */
export function binaryRows(size = 1024 * 1024): BinaryRows {
  let buffer = Buffer.allocUnsafe(size)
  signature.copy(buffer)
  let at = signature.length

  function room(bytes: number): void {
    if (at + bytes <= buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, at + bytes))
    buffer.copy(larger, 0, 0, at)
    buffer = larger
  }

  return {
    row: (columns) => {
      room(2)
      at = buffer.writeInt16BE(columns, at)
    },
    uuid: (bytes) => {
      room(20)
      at = buffer.writeInt32BE(16, at)
      at += bytes.copy(buffer, at)
    },
    int4: (value) => {
      room(8)
      at = buffer.writeInt32BE(4, at)
      at = buffer.writeInt32BE(value, at)
    },
    int8: (value) => {
      room(12)
      at = buffer.writeInt32BE(8, at)
      const high = Math.floor(value / 2 ** 32)
      at = buffer.writeInt32BE(high, at)
      at = buffer.writeUInt32BE(value - high * 2 ** 32, at)
    },
    text: (value) => {
      room(4 + value.length * 3)
      const written = buffer.write(value, at + 4, 'utf8')
      buffer.writeInt32BE(written, at)
      at += 4 + written
    },
    made: (bytes) => {
      room(bytes.length)
      buffer.set(bytes, at)
      at += bytes.length
    },
    between: (from, to) => Buffer.from(buffer.subarray(from, to)),
    nothing: () => {
      room(4)
      at = buffer.writeInt32BE(-1, at)
    },
    at: () => at,
    same: (rows, from, to) => {
      room(to - from)
      at += rows.copyTo(buffer, at, from, to)
    },
    copyTo: (target, place, from, to) => buffer.copy(target, place, from, to),
    end: () => {
      if (at === signature.length) return undefined
      room(2)
      at = buffer.writeInt16BE(-1, at)
      return buffer.subarray(0, at)
    },
  }
}

export function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}
