/** What has become of a letter. `local`: no mail server is set up, so it waits here for someone to read. */
export type Delivery = 'waiting' | 'local' | 'sent' | 'failed'

/** What core.mail.failure says of a letter that no mail server was asked to take. */
export const noMailServer = 'no mail server'

export function deliveryOf(mail: {
  readonly sent_at: Date | null
  readonly failed_at: Date | null
  readonly failure: string | null
}): Delivery {
  if (mail.sent_at) return 'sent'
  if (mail.failure === noMailServer) return 'local'
  return mail.failed_at ? 'failed' : 'waiting'
}
