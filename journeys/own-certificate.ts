/** A certificate for localhost that this machine signs itself, as X.509 wants it (RFC 5280, written in DER). */
import { generateKeyPairSync, sign } from 'node:crypto'

export type Certificate = { readonly key: string; readonly cert: string }

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
// ecdsa-with-SHA256 (1.2.840.10045.4.3.2), commonName (2.5.4.3) and subjectAltName (2.5.29.17).
const withEcdsa = sequence(Buffer.from('06082a8648ce3d040302', 'hex'))
const name = sequence(der(0x31, sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('localhost')))))
const alsoNamed = sequence(sequence(Buffer.from('0603551d11', 'hex'), der(0x04, sequence(der(0x82, Buffer.from('localhost'))))))

export function ownCertificate(now: Date): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const day = 86_400_000
  const validity = sequence(written(new Date(now.getTime() - day)), written(new Date(now.getTime() + day)))
  const version3 = der(0xa0, Buffer.from('020102', 'hex'))
  const number = der(0x02, Buffer.from([1]))
  const open = publicKey.export({ type: 'spki', format: 'der' })
  const said = sequence(version3, number, withEcdsa, name, validity, name, open, der(0xa3, alsoNamed))
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', said, privateKey)]))
  const lines = sequence(said, withEcdsa, signature)
    .toString('base64')
    .match(/.{1,64}/g)!
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  }
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function written(at: Date): Buffer {
  return der(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replace(/\D/g, '')}Z`))
}
