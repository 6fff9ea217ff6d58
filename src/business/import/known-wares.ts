import type { PlainLine } from './plain-line.ts'
import type { Ware } from './ware.ts'

type Known = { readonly sku: Buffer; readonly description: Buffer; readonly ware: Ware; readonly next: Known | undefined }

const most = 50_000
const lastLetters = 4

/** Wares by the very bytes of their stock code and description, so that what was sold before is not made into text again. */
export function knownWares(
  skuAt: number,
  descriptionAt: number,
  read: (sku: string, description: string) => Ware | undefined,
): (line: PlainLine) => Ware | undefined {
  const known = new Map<number, Known>()
  let size = 0
  return (line) => {
    const key = hashOf(line, skuAt, descriptionAt)
    const first = known.get(key)
    for (let each = first; each !== undefined; each = each.next)
      if (isCell(line, skuAt, each.sku) && isCell(line, descriptionAt, each.description)) return each.ware
    const cells = line.cells()
    const ware = read(cells[skuAt]!, cells[descriptionAt]!)
    if (ware === undefined) return undefined
    // A file in which nothing is sold twice would otherwise stay in memory, all of it.
    if (size++ % most === most - 1) known.clear()
    known.set(key, { sku: copyOf(line, skuAt), description: copyOf(line, descriptionAt), ware, next: known.get(key) })
    return ware
  }
}

/** FNV-1a over the stock code, and over the description's length and last letters: its colours and sizes stand there. */
function hashOf({ bytes, from, to }: PlainLine, skuAt: number, descriptionAt: number): number {
  const stop = to[descriptionAt]!
  let hash = 0x811c9dc5 ^ (stop - from[descriptionAt]!)
  for (let at = from[skuAt]!; at < to[skuAt]!; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  for (let at = Math.max(from[descriptionAt]!, stop - lastLetters); at < stop; at++)
    hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash >>> 2
}

export function isCell({ bytes, from, to }: PlainLine, cell: number, same: Buffer): boolean {
  const start = from[cell]!
  if (to[cell]! - start !== same.length) return false
  for (let at = 0; at < same.length; at++) if (bytes[start + at] !== same[at]) return false
  return true
}

export function copyOf({ bytes, from, to }: PlainLine, cell: number): Buffer {
  return Buffer.from(bytes.subarray(from[cell], to[cell]))
}
