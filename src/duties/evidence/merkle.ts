/** The Merkle tree of RFC 9162, section 2.1, over SHA-256. Trees are given as their leaf hashes, in order. */
import { createHash } from 'node:crypto'

export type Hash = Buffer

const leafPrefix = Buffer.from([0])
const nodePrefix = Buffer.from([1])

/** 2.1.1: HASH(0x00 || data). */
export function leafHash(data: Buffer): Hash {
  return createHash('sha256').update(leafPrefix).update(data).digest()
}

/** 2.1.1: HASH(0x01 || left || right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash('sha256').update(nodePrefix).update(left).update(right).digest()
}

/** The tree head of the leaves from `from` up to, not including, `to`. Layer by layer, so a million leaves take about a second. */
export function rootOf(leaves: readonly Hash[], from = 0, to = leaves.length): Hash {
  if (to === from) return createHash('sha256').digest()
  let layer = leaves.slice(from, to)
  while (layer.length > 1) {
    const above: Hash[] = []
    for (let at = 0; at < layer.length; at += 2)
      above.push(at + 1 < layer.length ? nodeHash(layer[at]!, layer[at + 1]!) : layer[at]!)
    layer = above
  }
  return layer[0]!
}

/** 2.1.3.1: the path that proves that the leaf is in the tree of these leaves. */
export function inclusionProof(leaves: readonly Hash[], index: number): Hash[] {
  const walk = (from: number, to: number): Hash[] => {
    if (to - from === 1) return []
    const middle = from + split(to - from)
    return index < middle
      ? [...walk(from, middle), rootOf(leaves, middle, to)]
      : [...walk(middle, to), rootOf(leaves, from, middle)]
  }
  return walk(0, leaves.length)
}

/** 2.1.4.1: proves that the tree of the first `first` leaves is the beginning of the tree of all of them; 0 < first ≤ size. */
export function consistencyProof(leaves: readonly Hash[], first: number): Hash[] {
  const walk = (size: number, from: number, to: number, whole: boolean): Hash[] => {
    if (size === to - from) return whole ? [] : [rootOf(leaves, from, to)]
    const half = split(to - from)
    const middle = from + half
    return size <= half
      ? [...walk(size, from, middle, whole), rootOf(leaves, middle, to)]
      : [...walk(size - half, middle, to, false), rootOf(leaves, from, middle)]
  }
  return walk(first, 0, leaves.length, true)
}

/** 2.1.3.2. */
export function verifyInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (index >= size) return false
  let [node, last, hash] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && hash.equals(root)
}

/** 2.1.4.2. */
export function verifyConsistency(first: number, size: number, proof: readonly Hash[], firstRoot: Hash, root: Hash): boolean {
  if (first === size) return proof.length === 0 && firstRoot.equals(root)
  if (first < 1 || first > size || proof.length === 0) return false
  const path = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : [...proof]
  let [node, last] = [first - 1, size - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  let [old, current] = [path[0]!, path[0]!]
  for (const sibling of path.slice(1)) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      ;[old, current] = [nodeHash(sibling, old), nodeHash(sibling, current)]
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      current = nodeHash(current, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && old.equals(firstRoot) && current.equals(root)
}

/** The largest power of two smaller than `size`. */
function split(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

function half(number: number): number {
  return Math.floor(number / 2)
}
