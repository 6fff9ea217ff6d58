import { createHmac } from 'node:crypto'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { secret } from '#files'

type WebhookRead = { readonly id: string; readonly body: unknown } | { readonly problem: 'not signed by them' | 'not JSON' }

/**
 * The secret we share with a recipient: derived, so that it stands in no table and no copy of the database. A new version
 * is a new secret, and the old one is worth nothing.
 */
export function webhookSecret(dataDir: string, recipient: string, version: number): string {
  const key = secret(dataDir, 'webhook-key')
  return `whsec_${createHmac('sha256', key).update(`${recipient}\n${version}`).digest('base64')}`
}

/** Verifies signature and time (five minutes either way) of a Standard Webhook, and reads it. */
export async function readWebhook(request: Request, shared: string): Promise<WebhookRead> {
  const payload = await request.text()
  try {
    new Webhook(shared).verify(payload, Object.fromEntries(request.headers), { jsonParse: false })
  } catch (error) {
    if (error instanceof WebhookVerificationError) return { problem: 'not signed by them' }
    throw error
  }
  try {
    return { id: request.headers.get('webhook-id')!, body: JSON.parse(payload) }
  } catch {
    return { problem: 'not JSON' }
  }
}
