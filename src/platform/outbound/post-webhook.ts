import { Webhook as Signer } from 'standardwebhooks'
import { postJson } from './post-json.ts'

export type Webhook = {
  readonly url: string
  readonly secret: string
  /** Stable over every attempt, so that the receiver can tell a second delivery from a second message. */
  readonly id: string
  readonly body: unknown
}

const patience = 15_000

/** Posts it, signed as Standard Webhooks say (standardwebhooks.com). Throws unless the answer is 2xx; redirects are not followed. */
export async function postWebhook(now: Date, { url, secret, id, body }: Webhook): Promise<void> {
  const payload = JSON.stringify(body)
  await postJson({
    url,
    body: payload,
    patience,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Signer(secret).sign(id, now, payload),
    },
  })
}

/** Only when no connection was made is it certain that nothing was said. */
export function webhookLeft(error: unknown): boolean {
  const { code = '' } = ((error as Error).cause ?? {}) as { code?: string }
  return !['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code)
}
