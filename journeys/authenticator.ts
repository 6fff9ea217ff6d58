import { createHmac } from 'node:crypto'

/** What an authenticator app shows for the key at that moment (RFC 6238: SHA-1, 30 seconds, six digits). */
export function codeOf(key: string, at: Date = new Date()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const digest = createHmac('sha1', base32(key)).update(counter).digest()
  const code = digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fffffff
  return String(code % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const letters = [...text.replace(/[\s=]/g, '')]
  const bits = letters.map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
