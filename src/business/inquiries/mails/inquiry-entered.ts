import { writtenDay } from '#clock'
import type { Language } from '#languages'
import type { Letter } from '#mail'
import { signature, type Controller } from '#merchant'
import { answerBy } from '../answer-by.ts'
import type { Filed } from '../file-inquiry.ts'

type Facts = Filed & { readonly channel: string; readonly to: string; readonly language: Language; readonly website: string }

/** To somebody who rang: what we wrote down, and where the statement stands, at once (GDPR art. 13 and 14(3), promises 0-h, 2.1-b). */
export function inquiryEntered(
  merchant: Controller,
  { accountId, personId, number, receivedAt, channel, to, language, website }: Facts,
): Letter {
  const day = writtenDay(answerBy(receivedAt), language)
  const phone = channel === 'phone'
  const words = {
    nb: {
      subject: `Vi har notert forespørselen din, ${number}`,
      body: `Hei.\n\n${phone ? 'Takk for praten.' : 'Takk for meldingen.'} Vi har notert det du spurte om som forespørsel ${number}, og svarer senest ${day}.\n\nVi skrev ned kontaktopplysningene du ga oss, og bruker dem til å svare deg og lage tilbud, ikke til reklame. Hva vi lagrer, hvor lenge, og hvilke rettigheter du har, står på ${website}/personvern. Vil du se, rette eller slette noe, svarer du på denne e-posten.`,
    },
    en: {
      subject: `We have noted your inquiry, ${number}`,
      body: `Hello.\n\n${phone ? 'Thank you for calling.' : 'Thank you for your message.'} We have noted what you asked for as inquiry ${number}, and will answer by ${day}.\n\nWe wrote down the contact details you gave us, and use them to answer you and make quotes, not for advertising. What we keep, for how long, and what rights you have stands at ${website}/en/privacy. To see, correct or delete anything, reply to this e-mail.`,
    },
  }[language]
  const body = `${words.body}\n\n${signature(merchant, language, website)}`
  return { accountId, personId, kind: 'inquiry entered', purpose: 'deliver', to, subject: words.subject, body }
}
