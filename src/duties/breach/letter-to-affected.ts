import type { Letter } from '#mail'
import type { Breach } from './register.ts'

type Facts = {
  readonly account_id: string
  readonly person_id: string
  readonly email: string
  readonly language: 'nb' | 'en'
  readonly said: string
  readonly foot: string
}

/** Plainly: what happened, what it may mean, what we did, what the reader can do, and whom to ask (art. 34(2)). */
export function letterToAffected(
  { number }: Pick<Breach, 'number'>,
  { account_id: accountId, person_id: personId, email: to, language, said, foot }: Facts,
): Letter {
  const words = {
    nb: {
      subject: `Viktig: opplysninger om deg kan ha kommet på avveie (${number})`,
      body: `Hei.\n\n${said}\n\nDu kan svare på denne e-posten eller ringe oss hvis du lurer på noe. Du kan også klage til Datatilsynet, datatilsynet.no. Vi spør aldri om passord eller kontonummer på e-post.`,
    },
    en: {
      subject: `Important: data about you may have gone astray (${number})`,
      body: `Hello.\n\n${said}\n\nYou can reply to this e-mail or call us if you wonder about anything. You can also complain to the Norwegian Data Protection Authority, datatilsynet.no. We never ask for passwords or account numbers by e-mail.`,
    },
  }[language]
  const { subject } = words
  return { accountId, personId, kind: 'breach', purpose: 'legal_obligation', to, subject, body: `${words.body}\n\n${foot}` }
}
