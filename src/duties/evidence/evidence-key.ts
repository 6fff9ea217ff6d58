import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { secret } from '#files'

export type EvidenceKey = {
  /** SPKI in PEM. */
  readonly publicKey: string
  readonly sign: (text: string) => Buffer
}

/** This installation's Ed25519 key, made at the first start: `<data>/secrets/evidence-key`, mode 0600. */
export function evidenceKey(dataDir: string): EvidenceKey {
  return keyFrom(createPrivateKey(secret(dataDir, 'evidence-key', newKey)))
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function keyFrom(privateKey: KeyObject): EvidenceKey {
  return {
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey),
  }
}

export type Head = { readonly treeSize: number; readonly rootHash: Buffer; readonly at: Date }

/** What is signed: four lines, each ended by a line feed. */
export function headText({ treeSize, rootHash, at }: Head): string {
  return `ordholden checkpoint\n${treeSize}\n${rootHash.toString('hex')}\n${at.getTime()}\n`
}

export function headIsSigned(head: Head, signature: Buffer, publicKey: string): boolean {
  return verify(null, Buffer.from(headText(head), 'utf8'), createPublicKey(publicKey), signature)
}
