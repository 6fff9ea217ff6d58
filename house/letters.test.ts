/** Every letter of the system, in both languages: what it owes, and what must not stand in it. Found in the sources, so a new one is asked too. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Language } from '#languages'
import { sampleController as merchant, signature } from '#merchant'
import { firstRegister } from '../src/duties/processors/first-register.ts'
import { instructionKinds } from '../src/duties/processors/instruction.ts'
import { supplierSilent } from '../src/duties/processors/mails/supplier-silent.ts'
import { supplierTask } from '../src/duties/processors/mails/supplier-task.ts'
import { disclosureNotice, recallLetter, type Happened } from '../src/duties/disclosure/letters.ts'
import { letterToAffected } from '../src/duties/breach/letter-to-affected.ts'
import { acknowledgement, claimAnswer, claimNews } from '../src/duties/rights/claim-letters.ts'
import { kinds as claimKinds } from '../src/duties/rights/rights-case.ts'
import { bodyOf } from '../src/business/invoices/mail-invoice.ts'
import { alreadyRegistered } from '../src/business/customers/mails/already-registered.ts'
import { registered } from '../src/business/customers/mails/registered.ts'
import { sourceNotice } from '../src/business/customers/mails/source-notice.ts'
import { inquiryAnswered } from '../src/business/inquiries/mails/inquiry-answered.ts'
import { inquiryEntered } from '../src/business/inquiries/mails/inquiry-entered.ts'
import { inquiryReceived } from '../src/business/inquiries/mails/inquiry-received.ts'
import { orderConfirmed } from '../src/business/orders/mails/order-confirmed.ts'
import { quoteSent } from '../src/business/quotes/mails/quote-sent.ts'
import { signInLetter } from '../src/business/staff/mails/sign-in-link.ts'
import { revisionNotice } from '../src/statement/revisions/mails/revision-notice.ts'
import { cast } from '../samples/cast.ts'

const root = join(import.meta.dirname, '..')
const now = new Date('2026-11-23T10:00:00Z')
const website = 'https://ntcprofil.example'
const languages = ['nb', 'en'] as const
const { kari } = cast
const { email: to, first_name: name } = kari.contact
const ids = { accountId: '01890000-0000-7000-8000-00000000000a', personId: '01890000-0000-7000-8000-000000000001' }
const foot = { nb: signature(merchant, 'nb', website), en: signature(merchant, 'en', website) }
const sender = { name: merchant.legalName, signature: (language: Language) => foot[language] }

type Written = { readonly subject: string; readonly body: string }
/** To the person; to somebody outside who holds data of hers; or to ourselves. */
type Letters = {
  readonly goes: 'to the person' | 'outside' | 'to us'
  readonly write: (language: Language) => readonly Written[]
}

const filed = { ...ids, id: ids.personId, number: 'F-2026-00007', receivedAt: now, to, website }
const line = {
  line: 1,
  parentLine: null,
  productId: null,
  sku: '22326',
  quantity: 250,
  unitPriceE4: 649_000n,
  discountBp: 0,
  vatRate: 2500,
  net: 1_622_500n,
}
const handed = (language: Language) => ({
  accountId: ids.accountId,
  id: '01890000-0000-7000-8000-0000000000d1',
  recipient: 'Flyt Transport',
  country: language === 'nb' ? 'NO' : 'DE',
  mailbox: 'post@flyt.example',
  executedAt: now,
})
const happened: readonly Happened[] = ['erasure', 'rectification', 'restriction', 'restriction_lifted']
const claim = (language: Language, kind: (typeof claimKinds)[number] | 'unclear') =>
  ({ ...ids, number: 'K-2026-00003', kind, dueOn: '2026-12-23', language, to }) as never
const revision = {
  revision: 4,
  effectiveOn: '2027-01-15',
  summary: { nb: 'Vi bytter leverandør.', en: 'We change supplier.' },
  hurriedBecause: null,
  kinds: { x: 'material' },
}

const letters: Readonly<Record<string, Letters>> = {
  'already registered': person((language) => [alreadyRegistered(merchant, { ...ids, language, email: to, website })]),
  'customer registered': person((language) => [
    registered(merchant, { ...ids, language, contact: { first_name: name, email: to }, website }),
  ]),
  'notice of source': person((language) =>
    (['colleague', 'staff_entry_from_conversation'] as const).map((source) =>
      sourceNotice(merchant, {
        ...ids,
        to,
        language,
        company: kari.contact.workplace,
        source,
        fields: ['first_name', 'email'],
        website,
      }),
    ),
  ),
  'sign-in link': person((language) => [signInLetter(merchant, language, `${website}/logg-inn/x`)]),
  'inquiry received': person((language) =>
    ['question', 'quote_request'].map((kind) => inquiryReceived(merchant, { ...filed, kind, language })),
  ),
  'inquiry entered': person((language) =>
    ['phone', 'email'].map((channel) => inquiryEntered(merchant, { ...filed, channel, language })),
  ),
  'inquiry answered': person((language) => [
    inquiryAnswered(merchant, { ...filed, language, text: language === 'nb' ? 'Ja, i tre farger.' : 'Yes, three colours.' }),
  ]),
  'quote sent': person((language) =>
    [1, 2].map((version) =>
      quoteSent(merchant, {
        ...ids,
        to,
        name,
        language,
        address: `${website}/tilbud/x`,
        content: {
          number: 'T-2026-00002',
          version,
          intro: '',
          net: 162_250n,
          vat: 40_562n,
          gross: 202_812n,
          currency: 'NOK',
          validUntil: '2026-12-23',
          deliveryDays: 10,
          lines: [],
        } as never,
      }),
    ),
  ),
  'order confirmed': person((language) =>
    [null, 'PO-4711'].map((purchaseOrderNumber) =>
      orderConfirmed(merchant, {
        ...ids,
        quoteId: ids.personId,
        number: 'O-2026-00002',
        quoteNumber: 'T-2026-00002',
        purchaseOrderNumber,
        deliveryAddress: purchaseOrderNumber && kari.contact.company_address!,
        deliveryDays: purchaseOrderNumber === null ? null : 10,
        currency: 'NOK',
        totals: { net: 162_250n, vat: 40_562n, gross: 202_812n },
        lines: [{ ...line, kind: 'product', description: 'Termokopp' }],
        receiver: { to, name, language },
        website,
      } as never),
    ),
  ),
  'invoice sent': person((language) =>
    ['invoice', 'credit_note'].map((kind) => {
      const invoice = { kind, number: 12, language, gross: 202_812n, currency: 'NOK', due_date: '2026-12-07', kid: '1000127' }
      return { subject: 'x', body: `${bodyOf({ invoice, order: { number: 'O-2026-00002' } } as never)}\n\n${foot[language]}` }
    }),
  ),
  'statement revision': person((language) =>
    [revision, { ...revision, hurriedBecause: { nb: 'loven', en: 'the law' }[language] }, { ...revision, kinds: {} }].map(
      (each) => revisionNotice(merchant, { ...ids, to, language, revision: each as never, website }),
    ),
  ),
  breach: person((language) => [
    letterToAffected({ number: 'A-2026-1' } as never, {
      account_id: ids.accountId,
      person_id: ids.personId,
      email: to,
      language,
      said: { nb: 'Et brev gikk feil.', en: 'A letter went astray.' }[language],
      foot: foot[language],
    }),
  ]),
  'claim received': person((language) =>
    [...claimKinds, 'unclear' as const].flatMap((kind) =>
      [undefined, `${website}/krav/x`].map((link) => acknowledgement({ foot }, claim(language, kind), link)),
    ),
  ),
  'claim answered': person((language) =>
    claimKinds.map((kind) => claimAnswer({ foot }, claim(language, kind), [{ nb: 'Vi avslår.', en: 'We refuse.' }[language]])),
  ),
  'claim news': person((language) =>
    claimKinds.map((kind) =>
      claimNews({ foot }, claim(language, kind), [{ nb: 'Vi venter på svar.', en: 'We await an answer.' }[language]]),
    ),
  ),
  'supplier silent': person((language) => [
    supplierSilent(language, { supplier: 'United Profile Networks AB', askedOn: '2026-10-23', sender }),
  ]),
  'supplier instruction': outside((language) =>
    [...firstRegister.filter(({ asks }) => asks), { role: 'controller', asks: undefined } as const].flatMap(({ role, asks }) =>
      instructionKinds.flatMap((kind) =>
        [true, false].map((reminder) =>
          supplierTask(language, {
            instruction: { id: ids.personId, kind, queued_at: now },
            supplier: { role, asks: asks ?? { nb: null, en: null }, backupPolicy: role === 'processor' ? 'SIK-3 2026' : null },
            link: `${website}/leverandor/svar/x`,
            log: `${website}/personvern/logg`,
            sender,
            reminder,
          }),
        ),
      ),
    ),
  ),
  'disclosure notice': outside((language) =>
    happened.flatMap((what) =>
      [undefined, { nb: 'telefon', en: 'telephone' }].map((of) => disclosureNotice(handed(language), what, sender.signature, of)),
    ),
  ),
  'disclosure recalled': outside((language) => [recallLetter(handed(language), sender.signature)]),
  // Numbers and days, to those of us who answer; and a letter that only the program reads.
  'deadline warning': { goes: 'to us', write: () => [] },
  'mailbox probe': { goes: 'to us', write: () => [] },
}

function person(write: Letters['write']): Letters {
  return { goes: 'to the person', write }
}

function outside(write: Letters['write']): Letters {
  return { goes: 'outside', write }
}

/** Letters that owe the way to the authority: answers and news about a right, and what may give cause to complain (art. 12(4), 34(2), promise 2.1-n). */
const owesComplaint = [
  'claim received',
  'claim answered',
  'claim news',
  'supplier silent',
  'breach',
  'statement revision',
  'notice of source',
]

/** Everybody's but Kari's own, and hers as well where the letter leaves the house. */
const others = Object.values(cast)
  .filter((member) => member !== kari)
  .flatMap(({ contact }) => [contact.email, contact.last_name, ...('phone' in contact ? [contact.phone] : [])])
const hers = [to, kari.contact.phone, kari.contact.last_name, name]

const foreign: Readonly<Record<Language, RegExp>> = {
  nb: /\b(?:the|you|your|and|with|we|have|has|this|please|reply|from|been|hello)\b/i,
  en: /\b(?:og|ikke|deg|dere|du|vi|er|på|til|av|fra|hei|som|med)\b/i,
}
/** Names, addresses and the citation of a law are the same in both. */
const plain = ({ subject, body }: Written) =>
  [merchant.legalName, merchant.postalAddress, merchant.email, 'Termokopp']
    .reduce((text, own) => text.replaceAll(own, ''), `${subject}\n${body}`)
    .replace(/https?:\/\/\S+|\S+@\S+|datatilsynet\.no|node verify-receipt\.mjs .*/g, '')

describe('the letters', () => {
  it('are all here: each that the sources write', () => {
    const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !/\.test\.|clauses\/|generated/.test(file))
    const kinds = files.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      if (!/from '#mail'/.test(text)) return []
      return [...text.matchAll(/kind: '([^']+)',\s*purpose: '|\bletter\([\w, ]+, '([^']+)'/g)].map(
        ([, inline, named]) => (inline ?? named)!,
      )
    })
    expect([...new Set(kinds)].toSorted()).toEqual(Object.keys(letters).toSorted())
    const writers = files.filter((file) => /\bsendLater\(/.test(readFileSync(join(root, file), 'utf8')))
    expect(writers.length).toBeGreaterThan(15)
  })

  for (const [kind, { goes, write }] of Object.entries(letters))
    for (const language of languages.filter(() => goes !== 'to us'))
      it(`${kind}, ${language}: says what it owes and nothing it must not`, () => {
        const written = write(language)
        expect(written.length).toBeGreaterThan(0)
        for (const each of written) {
          const text = `${each.subject}\n${each.body}`
          expect(text, kind).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid|\$\{/)
          expect(plain(each).match(foreign[language])?.[0], plain(each)).toBeUndefined()
          expect(
            others.filter((own) => text.includes(own)),
            'somebody else',
          ).toEqual([])
          // Whoever is written to, here or outside, sees who writes, where to turn and where the statement stands (promise 0-a).
          expect(text).toContain(`${website}/${language === 'nb' ? 'personvern' : 'en/privacy'}`)
          for (const own of [merchant.legalName, merchant.email, merchant.phone, merchant.postalAddress])
            expect(text).toContain(own)
          if (goes === 'outside') {
            // By its number they find it again, and we their answer.
            expect(each.subject).toMatch(/[0-9a-f]{8}/)
            expect(each.body).toContain(kind === 'supplier instruction' ? ids.personId : handed(language).id)
            expect(
              hers.filter((own) => text.includes(own)),
              'the person',
            ).toEqual([])
          }
          if (owesComplaint.includes(kind)) expect(text).toContain('datatilsynet.no')
        }
      })

  it('would be found out', () => {
    expect(plain({ subject: 'Svar', body: 'Hei. We have answered.' })).toMatch(foreign.nb)
    expect(plain({ subject: 'Answer', body: 'Hello. Vi har svart.' })).toMatch(foreign.en)
    expect(owesComplaint.filter((kind) => letters[kind] === undefined)).toEqual([])
    expect(others.length).toBeGreaterThan(10)
  })
})
