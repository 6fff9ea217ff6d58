import type { Language } from '#languages'
import type { Letter } from '#mail'
import { signature, type Controller } from '#merchant'
import type { Subject } from '#purposes'

type Facts = Subject & {
  readonly website: string
  readonly language: Language
  readonly contact: { readonly first_name: string; readonly email: string }
}

/** Welcome, and how to sign in. Nothing is advertised in it. */
export function registered(merchant: Controller, { accountId, personId, language, contact, website }: Facts): Letter {
  const words = {
    nb: {
      subject: `Du er registrert hos ${merchant.legalName}`,
      body: `Hei, ${contact.first_name}.\n\nDu er nå registrert som kontaktperson hos oss. Når du vil logge inn, skriver du e-postadressen din på ${website}/logg-inn, så sender vi en lenke.\n\nPå Min side ser du alt vi har om deg, og kan rette eller slette det. Du har ikke samtykket til reklame, og får ingen.`,
    },
    en: {
      subject: `You are registered with ${merchant.legalName}`,
      body: `Hello, ${contact.first_name}.\n\nYou are now registered as a contact person with us. To sign in, enter your e-mail address at ${website}/en/sign-in and we send you a link.\n\nOn My page you see everything we hold about you, and can correct or delete it. You have not consented to advertising, and will get none.`,
    },
  }[language]
  const body = `${words.body}\n\n${signature(merchant, language, website)}`
  return {
    accountId,
    personId,
    kind: 'customer registered',
    purpose: 'administer',
    to: contact.email,
    subject: words.subject,
    body,
  }
}
