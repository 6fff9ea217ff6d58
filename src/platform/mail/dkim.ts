import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { secret } from '#files'

/** Signs each letter for the sender's own domain, so that the receiver sees it is not somebody pretending (RFC 6376). */
export type Dkim = { readonly selector: string; readonly privateKey: string }

/** The key of this installation, made at the first asking: `<data>/secrets/dkim-key`. Undefined while no selector is set. */
export function dkim(dataDir: string, selector: string | undefined): Dkim | undefined {
  if (!selector) return undefined
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(selector)) throw new Error(`DKIM_SELECTOR: ${selector} is no name in the DNS`)
  return { selector, privateKey: secret(dataDir, 'dkim-key', newKey) }
}

// Ed25519 (RFC 8463) would be shorter, but many receivers still do not know it.
function newKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** What must stand in the DNS of the domain before letters are signed. */
export function dnsRecord({ selector, privateKey }: Dkim, domain: string): { readonly name: string; readonly value: string } {
  const key = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'der' }).toString('base64')
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${key}` }
}

/** The two that say no in one step must be signed too, or mail programs do not show their button (RFC 8058 section 4). */
export const signedHeaders =
  'From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Transfer-Encoding:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post'
