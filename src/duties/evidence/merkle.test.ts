import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { consistencyProof, inclusionProof, leafHash, rootOf, verifyConsistency, verifyInclusion, type Hash } from './merkle.ts'

// The definition of RFC 9162, section 2.1.1, as it is written there, and nothing else.
const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
function naiveRoot(data: readonly Buffer[]): Hash {
  if (data.length === 0) return hash()
  if (data.length === 1) return hash(Buffer.from([0]), data[0]!)
  let k = 1
  while (k * 2 < data.length) k *= 2
  return hash(Buffer.from([1]), naiveRoot(data.slice(0, k)), naiveRoot(data.slice(k)))
}

const entries = fc.array(
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  { minLength: 1, maxLength: 70 },
)

it('has the root that the definition gives', () => {
  fc.assert(fc.property(entries, (data) => rootOf(data.map(leafHash)).equals(naiveRoot(data))))
  expect(rootOf([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

it('proves every leaf, and no leaf at another place', () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.nat(), (data, one, other) => {
      const leaves = data.map(leafHash)
      const [index, elsewhere] = [one % leaves.length, other % leaves.length]
      const proof = inclusionProof(leaves, index)
      expect(verifyInclusion(leaves[index]!, index, leaves.length, proof, naiveRoot(data))).toBe(true)
      const same = leaves[elsewhere]!.equals(leaves[index]!)
      expect(verifyInclusion(leaves[elsewhere]!, index, leaves.length, proof, naiveRoot(data))).toBe(same)
      expect(verifyInclusion(leaves[index]!, leaves.length, leaves.length, proof, naiveRoot(data))).toBe(false)
    }),
  )
})

it('proves that an older log is the beginning of a newer one, and that a changed one is not', () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.nat(), (data, cut, at) => {
      const leaves = data.map(leafHash)
      const first = 1 + (cut % leaves.length)
      const proof = consistencyProof(leaves, first)
      const old = naiveRoot(data.slice(0, first))
      expect(verifyConsistency(first, leaves.length, proof, old, naiveRoot(data))).toBe(true)
      const rewritten = data.map((each, index) => (index === at % first ? Buffer.concat([each, Buffer.from([1])]) : each))
      const forged = consistencyProof(rewritten.map(leafHash), first)
      expect(verifyConsistency(first, leaves.length, forged, old, naiveRoot(rewritten))).toBe(false)
    }),
  )
})
