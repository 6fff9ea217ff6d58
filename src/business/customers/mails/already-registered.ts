import type { Language } from '#languages'
import type { Letter } from '#mail'
import { signature, type Controller } from '#merchant'
import type { Subject } from '#purposes'

type Facts = Subject & { readonly language: Language; readonly email: string; readonly website: string }

/** To the owner of an address that somebody, most likely the owner, tried to register again. */
export function alreadyRegistered(merchant: Controller, { accountId, personId, language, email, website }: Facts): Letter {
  const words = {
    nb: {
      subject: 'Du er registrert fra før',
      body: `Hei.\n\nNoen registrerte nettopp denne e-postadressen på nytt. Den er registrert fra før, så vi endret ingenting. Er det deg, kan du logge inn på ${website}/logg-inn med samme adresse. Er det ikke deg, trenger du ikke gjøre noe.`,
    },
    en: {
      subject: 'You are registered already',
      body: `Hello.\n\nSomebody just registered this e-mail address again. It is registered already, so we changed nothing. If it was you, sign in at ${website}/en/sign-in with the same address. If not, you need not do anything.`,
    },
  }[language]
  const body = `${words.body}\n\n${signature(merchant, language, website)}`
  return { accountId, personId, kind: 'already registered', purpose: 'security', to: email, subject: words.subject, body }
}
