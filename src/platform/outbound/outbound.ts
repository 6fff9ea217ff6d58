/**
 * The only door out. Whatever leaves this machine names a recipient, a purpose and the fields it takes with it; the register
 * is asked at that moment, and what left or was refused is logged (core.transfer, core.refused_transfer). Webhooks both ways
 * are Standard Webhooks. Keeps: processors.only-those-listed.
 */
export { insideEea, whyNot, type Standing } from './may-receive.ts'
export { send, standingOf, type Disclosure, type Sent } from './send.ts'
export { postWebhook, webhookLeft, type Webhook } from './post-webhook.ts'
export { readWebhook, webhookSecret, type WebhookRead } from './read-webhook.ts'
