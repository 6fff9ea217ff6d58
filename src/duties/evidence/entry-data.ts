import { leafHash } from './merkle.ts'

export type EntryFacts = { readonly id: string; readonly at: Date; readonly kind: string; readonly commitment: Buffer }

/** What of an entry the tree holds: id, millisecond, kind and commitment. Nothing of it has to be erased, ever. */
export function entryData({ id, at, kind, commitment }: EntryFacts): Buffer {
  return Buffer.from(`${id}|${at.getTime()}|${kind}|${commitment.toString('hex')}`, 'utf8')
}

export function entryLeaf(entry: EntryFacts): Buffer {
  return leafHash(entryData(entry))
}
