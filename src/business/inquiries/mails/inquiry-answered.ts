import type { Language } from '#languages'
import type { Letter } from '#mail'
import { signature, type Controller } from '#merchant'
import type { Subject } from '#purposes'

type Facts = Subject & {
  readonly number: string
  readonly to: string
  readonly language: Language
  readonly text: string
  readonly website: string
}

/** Our answer, as staff wrote it. */
export function inquiryAnswered(
  merchant: Controller,
  { accountId, personId, number, to, language, text, website }: Facts,
): Letter {
  const subject = { nb: `Svar på forespørsel ${number}`, en: `Answer to your inquiry ${number}` }[language]
  return {
    accountId,
    personId,
    kind: 'inquiry answered',
    purpose: 'deliver',
    to,
    subject,
    body: `${text.trim()}\n\n${signature(merchant, language, website)}`,
  }
}
