import type { Language } from '#languages'
import type { Letter } from '#mail'
import { signature, type Controller } from '#merchant'
import { explained, type ContactField } from '../contact-fields.ts'

type Facts = {
  readonly accountId: string
  readonly personId: string
  readonly to: string
  readonly language: Language
  readonly company: string | null
  readonly source: 'colleague' | 'staff_entry_from_conversation'
  readonly fields: readonly string[]
  readonly website: string
}

/** Where the data came from, which they are, what for, and what the reader can do; nothing else (art. 14, promise 2.1-b). */
export function sourceNotice(merchant: Controller, facts: Facts): Letter {
  const { accountId, personId, to, language, company, source, website } = facts
  const fields = facts.fields
    .flatMap((field) => (field in explained ? [explained[field as ContactField].label[language].toLowerCase()] : []))
    .join(', ')
  const from = {
    nb: source === 'colleague' ? `en kollega av deg${company ? ` i ${company}` : ''}` : 'en samtale med en av oss',
    en: source === 'colleague' ? `a colleague of yours${company ? ` at ${company}` : ''}` : 'a conversation with one of us',
  }[language]
  const words = {
    nb: {
      subject: 'Vi har fått kontaktopplysninger om deg',
      body: `Hei.\n\nVi har skrevet ned kontaktopplysninger om deg: ${fields}. De kom fra ${from}.\n\nVi bruker dem til å levere det firmaet ditt bestiller og til å svare, fordi avtalen med firmaet krever at vi vet hvem vi snakker med (berettiget interesse, GDPR art. 6(1)(f)). Vi sender dem ikke videre til andre enn dem som står i personvernerklæringen, og sletter dem når du slutter eller kundeforholdet er over.\n\nDu kan be om innsyn, retting, sletting og begrensning, ta med deg opplysningene og protestere: svar på denne e-posten. Alt om dette, også hvor lenge vi lagrer og hvem som får noe, står på ${website}/personvern. Du kan klage til Datatilsynet, datatilsynet.no.`,
    },
    en: {
      subject: 'We have been given contact details of yours',
      body: `Hello.\n\nWe have written down contact details of yours: ${fields}. They came from ${from}.\n\nWe use them to deliver what your company orders and to answer, because the contract with your company requires that we know whom we talk with (legitimate interest, GDPR art. 6(1)(f)). We pass them on to nobody but those named in the privacy statement, and delete them when you leave or the customer relationship ends.\n\nYou can ask for access, rectification, erasure and restriction, take your data along, and object: reply to this e-mail. All about this, also how long we keep data and who receives any, stands at ${website}/en/privacy. You can complain to the Norwegian Data Protection Authority, datatilsynet.no.`,
    },
  }[language]
  const body = `${words.body}\n\n${signature(merchant, language, website)}`
  return { accountId, personId, kind: 'notice of source', purpose: 'legal_obligation', to, subject: words.subject, body }
}
