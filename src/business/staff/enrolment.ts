import QRCode from 'qrcode'

export type Enrolment = {
  /** An image of the key, drawn here: the key is never sent to anybody who draws for us. */
  readonly qr: string
  readonly key: string
  readonly reserveCodes: readonly string[]
}

/** What better-auth answers when two-step sign-in is switched on, made readable. */
export async function enrolmentOf(answer: Readonly<Record<string, unknown>>): Promise<Enrolment> {
  const uri = String(answer.totpURI)
  const key = new URL(uri).searchParams.get('secret') ?? ''
  return {
    qr: await QRCode.toString(uri, { type: 'svg', margin: 0 }),
    key: key.replace(/(.{4})(?=.)/g, '$1 '),
    reserveCodes: answer.backupCodes as string[],
  }
}
