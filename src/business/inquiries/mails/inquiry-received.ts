import { writtenDay } from '#clock'
import type { Language } from '#languages'
import type { Letter } from '#mail'
import { signature, type Controller } from '#merchant'
import { answerBy } from '../answer-by.ts'
import type { Filed } from '../file-inquiry.ts'

type Facts = Filed & { readonly kind: string; readonly to: string; readonly language: Language; readonly website: string }

/** The receipt: the number, and when the answer comes. What was written is not repeated, nor is any name (promise 9-b). */
export function inquiryReceived(
  merchant: Controller,
  { accountId, personId, number, receivedAt, kind, to, language, website }: Facts,
): Letter {
  const day = writtenDay(answerBy(receivedAt), language)
  const words = {
    nb: {
      subject: `Vi har fått forespørselen din, ${number}`,
      body: `Hei.\n\nTakk. Forespørselen din har fått nummer ${number}. Du får ${kind === 'question' ? 'svar' : 'tilbud eller svar'} senest ${day}.\n\nVi bruker det du skrev til å svare deg, ikke til reklame.`,
    },
    en: {
      subject: `We have received your inquiry, ${number}`,
      body: `Hello.\n\nThank you. Your inquiry has number ${number}. You will have ${kind === 'question' ? 'an answer' : 'a quote or an answer'} by ${day}.\n\nWe use what you wrote to answer you, not for advertising.`,
    },
  }[language]
  const body = `${words.body}\n\n${signature(merchant, language, website)}`
  return { accountId, personId, kind: 'inquiry received', purpose: 'deliver', to, subject: words.subject, body }
}
