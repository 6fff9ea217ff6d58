/**
 * The only door out. Whatever leaves this machine names a recipient, a purpose and the fields it takes with it; the register
 * is asked at that moment, and what left or was refused is logged (core.transfer, core.refused_transfer; what is about nobody and comes often, core.counted_transfer). Webhooks both ways
 * are Standard Webhooks. Keeps: processors.only-those-listed.
 */
export { insideEea, whyNot, type Standing } from './may-receive.ts'
export { send, standingOf, type Disclosure, type Sent } from './send.ts'
export { postJson } from './post-json.ts'
export { countTransfers, sendCounted, type Outcome } from './send-counted.ts'
export { postWebhook, webhookLeft, type Webhook } from './post-webhook.ts'
export { readWebhook, webhookSecret } from './read-webhook.ts'
