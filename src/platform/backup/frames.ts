import { pipeline, type Transform } from 'node:stream'

/**
 * What is inside: a head, then each table as its name, its rows as COPY writes them and the number of rows, then an end.
 * A frame is one letter, the length of what follows (four bytes), and that.
 */
export type TableHead = { readonly table: string; readonly columns: readonly string[] }
export type Sequence = { readonly name: string; readonly value: string; readonly called: boolean }
export type Partition = { readonly table: string; readonly of: string; readonly bound: string }
export type Migration = { readonly name: string; readonly checksum: string }

export type Opening = {
  readonly takenAt: string
  readonly migrations: readonly Migration[]
  readonly partitions: readonly Partition[]
  readonly sequences: readonly Sequence[]
  readonly tables: number
  /** What the caller wants told again when it is read: no business of this room's. */
  readonly facts: Facts
}
export type Facts = { readonly [name: string]: string | number }
export type Ending = { readonly tables: number; readonly rows: number }

export type Frame =
  | { readonly is: 'opening'; readonly says: Opening }
  | { readonly is: 'table'; readonly says: TableHead }
  | { readonly is: 'rows'; readonly data: Buffer }
  | { readonly is: 'table end'; readonly rows: number }
  | { readonly is: 'end'; readonly says: Ending }

const letters = { opening: 'O', table: 'T', rows: 'R', 'table end': 'E', end: 'Z' } as const
type Kind = keyof typeof letters
const kinds = Object.fromEntries(Object.entries(letters).map(([kind, letter]) => [letter.charCodeAt(0), kind])) as Record<
  number,
  Kind
>

export function written(is: Kind, content: Buffer | object): Buffer {
  const body = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content), 'utf8')
  const head = Buffer.alloc(5)
  head.write(letters[is], 0, 'latin1')
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

export async function* framesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    let at = 0
    while (held.length - at >= 5) {
      const length = held.readUInt32BE(at + 1)
      if (held.length - at - 5 < length) break
      yield frame(kinds[held[at]!], held.subarray(at + 5, at + 5 + length))
      at += 5 + length
    }
    held = held.subarray(at)
  }
  if (held.length > 0) throw new Error('The backup is damaged: it ends in the middle of something.')
}

/** What comes out of the transform when the source is put in; the reader hears what goes wrong with either. */
export function through(source: AsyncIterable<Buffer>, transform: Transform): AsyncIterable<Buffer> {
  pipeline(source, transform, () => undefined)
  return transform
}

function frame(kind: Kind | undefined, body: Buffer): Frame {
  if (kind === undefined) throw new Error('The backup is damaged: it holds something that this program does not know.')
  if (kind === 'rows') return { is: 'rows', data: body }
  const says = JSON.parse(body.toString('utf8'))
  return kind === 'table end' ? { is: kind, rows: says.rows } : { is: kind, says }
}

/** COPY writes a row as a line; a line end inside a value is written as \n. */
export function lineEnds(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) count++
  return count
}
