#!/usr/bin/env node
// Checks a receipt, or a signed letter, from an Ordholden installation, without network and without trusting the merchant.
//
//   node verify-receipt.mjs receipt.json [log.json]
//   node verify-receipt.mjs letter.txt log.json
//
// receipt.json is what you were given. log.json is /personvern/logg.json as you, or a friend, saved it at any time:
// with it you also see that the receipt was signed by the key that was published to everyone.
// Needs Node 20 or later and nothing else. Exit 0: it holds. Exit 1: it does not.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hex = (text) => Buffer.from(text, 'hex')
const steps = []
const expect = (holds, words) => steps.push({ holds: Boolean(holds), words })

// RFC 9162, section 2.1.3.2.
function leadsToRoot(leaf, index, size, path, root) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false
  let node = index
  let last = size - 1
  let hash = leaf
  for (const sibling of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = sha256(Buffer.from([1]), sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else {
      hash = sha256(Buffer.from([1]), hash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && hash.equals(root)
}

const isSigned = ({ treeSize, rootHash, at, signature }, key) =>
  verify(
    null,
    Buffer.from(`ordholden checkpoint\n${treeSize}\n${rootHash}\n${Date.parse(at)}\n`),
    createPublicKey(key),
    Buffer.from(signature, 'base64'),
  )

function check(receipt, log) {
  const { entry, content, leafIndex, inclusion, checkpoint, publicKey } = receipt
  expect(receipt.format === 'ordholden receipt 1', 'the receipt is of a form this script knows')
  if (content) {
    const committed = sha256(hex(content.salt), Buffer.from(content.body, 'utf8')).toString('hex')
    expect(committed === entry.commitment, 'the content is what was committed to')
  }
  const data = `${entry.id}|${Date.parse(entry.at)}|${entry.kind}|${entry.commitment}`
  const leaf = sha256(Buffer.from([0]), Buffer.from(data, 'utf8'))
  const { treeSize, rootHash } = checkpoint
  expect(
    leadsToRoot(leaf, leafIndex, treeSize, inclusion.map(hex), hex(rootHash)),
    `it is entry ${leafIndex} of the ${treeSize} in the log`,
  )
  expect(isSigned(checkpoint, publicKey), `the log was signed at ${checkpoint.at}`)
  if (!log) return
  expect(log.publicKey.trim() === publicKey.trim(), 'the key is the published one')
  const same = log.checkpoints.find((each) => each.treeSize === treeSize)
  expect(!same || same.rootHash === rootHash, 'the published log of that size is the same log')
  expect(
    log.checkpoints.every((each) => isSigned(each, publicKey)),
    'every published checkpoint is signed',
  )
}

// White space is not part of what is signed: mail programs break lines as they like.
function checkLetter(text, log) {
  const [, body, signature] =
    /^([^]*?)-----BEGIN ORDHOLDEN SIGNATURE-----([^]*?)-----END ORDHOLDEN SIGNATURE-----/.exec(text) ?? []
  const words = `ordholden letter\n${(body ?? '').trim().replace(/\s+/g, ' ')}\n`
  const key = createPublicKey(log.publicKey)
  expect(
    signature && verify(null, Buffer.from(words, 'utf8'), key, Buffer.from(signature.replace(/[^\w+/=]/g, ''), 'base64')),
    'every word of the letter was signed with the published key',
  )
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

const [receiptFile, logFile] = process.argv.slice(2)
if (!receiptFile) {
  console.error('node verify-receipt.mjs receipt.json [log.json]')
  process.exit(2)
}
try {
  const text = readFileSync(receiptFile, 'utf8')
  if (text.includes('BEGIN ORDHOLDEN SIGNATURE')) {
    if (!logFile) throw new Error('a letter is checked against the published log: name it too')
    checkLetter(text, read(logFile))
    for (const { holds, words } of steps) console.log(`${holds ? '✓' : '✕'} ${words}`)
    process.exit(steps.every(({ holds }) => holds) ? 0 : 1)
  }
  const receipt = JSON.parse(text)
  check(receipt, logFile && read(logFile))
  for (const { holds, words } of steps) console.log(`${holds ? '✓' : '✕'} ${words}`)
  if (receipt.content) console.log(`\n${receipt.entry.at}  ${receipt.entry.kind}\n${receipt.content.body}`)
  else console.log(`\n${receipt.entry.at}  ${receipt.entry.kind}\n(the personal content has been destroyed)`)
} catch (error) {
  console.error(`✕ it cannot be read: ${error.message}`)
  process.exit(1)
}
process.exit(steps.every(({ holds }) => holds) ? 0 : 1)
