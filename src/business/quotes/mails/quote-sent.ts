import { writtenDay } from '#clock'
import type { Letter } from '#mail'
import { signature, type Controller } from '#merchant'
import { written } from '#money'
import type { Addressee } from '../addressee.ts'
import type { QuoteContent } from '../content-hash.ts'

type Facts = Addressee & {
  readonly accountId: string
  readonly personId: string | null
  readonly content: QuoteContent
  /** The link, whole. */
  readonly address: string
}

/** The quote's link, what it comes to, and how long it stands. */
export function quoteSent(merchant: Controller, { accountId, personId, to, name, language, content, address }: Facts): Letter {
  const { number, version, intro, net, currency, validUntil } = content
  const sum = written(net, language, currency)
  const day = writtenDay(validUntil, language)
  const words = {
    nb: {
      subject: version > 1 ? `Nytt tilbud ${number}, versjon ${version}` : `Tilbud ${number} fra ${merchant.legalName}`,
      hello: name ? `Hei ${name}!` : 'Hei!',
      body: `Her er tilbudet deres, ${sum} eks. mva. Det gjelder til og med ${day}.\n\nSe, godta eller avslå det her:\n${address}`,
      replaces: 'Det erstatter tilbudet vi sendte før.',
      foot: 'Du trenger ingen konto. Ikke send lenken videre til noen som ikke skal kunne godta tilbudet.',
    },
    en: {
      subject: version > 1 ? `New quote ${number}, version ${version}` : `Quote ${number} from ${merchant.legalName}`,
      hello: name ? `Hello ${name},` : 'Hello,',
      body: `Here is your quote, ${sum} excluding VAT. It is valid through ${day}.\n\nSee, accept or decline it here:\n${address}`,
      replaces: 'It replaces the quote we sent before.',
      foot: 'You need no account. Do not pass the link on to anyone who should not be able to accept the quote.',
    },
  }[language]
  const paragraphs = [
    words.hello,
    intro.trim(),
    words.body,
    version > 1 ? words.replaces : '',
    words.foot,
    signature(merchant, language, new URL(address).origin),
  ]
  return {
    accountId,
    personId,
    kind: 'quote sent',
    purpose: 'deliver',
    to,
    subject: words.subject,
    body: paragraphs.filter(Boolean).join('\n\n'),
  }
}
