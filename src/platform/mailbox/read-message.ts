import type { ParsedMail } from 'mailparser'

export type Message = {
  readonly from: string | undefined
  readonly subject: string
  /** Plain text; made from the HTML where there is none. */
  readonly text: string
  readonly attachments: number
  /** Sent by a program, such as an out-of-office reply or a bounce (RFC 3834): answered by nobody, or two programs would write for ever. */
  readonly automatic: boolean
}

/** What was written and by whom. Copies, attachments and pictures are left where they are. */
export async function readMessage(source: Buffer): Promise<Message> {
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(source, { skipImageLinks: true, skipTextLinks: true })
  return {
    from: storable(mail.from?.value[0]?.address ?? '').toLowerCase() || undefined,
    subject: storable(mail.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    text: storable(mail.text ?? ''),
    attachments: mail.attachments.length,
    automatic: isAutomatic(mail),
  }
}

/** PostgreSQL keeps no character nought, and any sender can write one. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '')
}

function isAutomatic({ headers, from }: ParsedMail): boolean {
  const submitted = String(headers.get('auto-submitted') ?? 'no')
  const precedence = String(headers.get('precedence') ?? '')
  const sender = from?.value[0]?.address ?? ''
  return (
    submitted !== 'no' ||
    /^(bulk|junk|auto_reply)$/i.test(precedence) ||
    /^(mailer-daemon|postmaster)@/i.test(sender) ||
    sender === ''
  )
}
