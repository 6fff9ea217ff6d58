import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { suppressionKey } from '#consent'
import { registerCustomer } from '#customers'
import type { DB } from '#database'
import { receiveInquiry } from '#inquiries'
import { ledgerIn } from '#ledger'
import { sampleController, saveController } from '#merchant'
import type { Purposes, Subject } from '#purposes'
import { acceptQuote, draftQuote, quoteByLink, saveDraft, sendQuote } from '#quotes'
import { type Refusal, refused } from '#refusal'
import { objectToMarketing } from '#rights'
import { publishIfChanged } from '#statement'
import { loadCatalogue } from '../../samples/catalogue.ts'

/** A house of the canary's own: nobody else's database, ledger, keys or mail. */
export type Cage = {
  readonly owner: Kysely<DB>
  readonly for: Purposes['for']
  readonly dataDir: string
  readonly ownerUrl: string
}

/** The canary, and every word by which it must be unknown afterwards. */
type Canary = Subject & { readonly words: readonly string[] }

const website = 'http://localhost'

/** Registers, asks, is quoted, orders, and says no to advertising: by the very acts that customers come through. */
export async function canaryWalks({ owner, for: purposes, dataDir }: Cage, now: Date): Promise<Canary> {
  const mark = randomBytes(5).toString('hex')
  const words = {
    email: `kanari.${mark}@proveperson.invalid`,
    name: `Kanarifugl${mark}`,
    question: `spor-${mark}`,
  }
  await saveController(owner, now, sampleController)
  await publishIfChanged(owner, now)
  const db = purposes('deliver')
  await loadCatalogue(db, now)

  const contact = { first_name: 'Prøve', last_name: words.name, email: words.email, workplace: 'Prøvefirma AS' }
  done(await registerCustomer(db, now, { contact, organisationNumber: '', language: 'nb', website }))
  const person = await db
    .selectFrom('person')
    .select(['account_id', 'id'])
    .where('email', '=', words.email)
    .executeTakeFirstOrThrow()
  const subject = { accountId: person.account_id, personId: person.id }
  const order = { kind: 'quote_request', channel: 'web', language: 'nb', website, email: words.email, from: subject } as const
  const asked = done(
    await receiveInquiry(db, now, {
      ...order,
      body: `Kan dere levere? ${words.question}`,
      items: [{ sku: 'NTC-1004', quantity: 50, wish: 'Logo i én farge' }],
    }),
  )
  await buys({ owner, for: purposes }, now, subject, asked.id, `Prøve ${words.name}, Prøveveien 1`)
  const objection = {
    scope: 'marketing',
    channel: 'my_page',
    suppressionKey: suppressionKey(dataDir),
    ledger: ledgerIn(dataDir),
  } as const
  await objectToMarketing(purposes('rights_handling'), now, subject, objection)
  return { ...subject, words: Object.values(words) }
}

async function buys(
  { for: purposes }: Pick<Cage, 'owner' | 'for'>,
  now: Date,
  subject: Subject,
  inquiryId: string,
  deliveryAddress: string,
): Promise<void> {
  const db = purposes('deliver')
  const staffId = 'canary'
  const quote = await draftQuote(db, now, { ...subject, inquiryId, staffId })
  const key = { accountId: quote.accountId, quoteId: quote.id, staffId }
  const draft = await db
    .selectFrom('quote_draft')
    .selectAll()
    .where('account_id', '=', quote.accountId)
    .where('quote_id', '=', quote.id)
    .executeTakeFirstOrThrow()
  const lines = draft.lines as never
  done(
    await saveDraft(db, now, {
      ...key,
      intro: 'Takk for forespørselen.',
      lines,
      validUntil: draft.valid_until,
      deliveryDays: 12,
      version: draft.version,
    }),
  )
  const { token } = done(await sendQuote(db, now, { ...key, website }))
  const seen = await quoteByLink(db, now, token)
  const { contentHash } = seen!.paper
  done(await acceptQuote(db, now, { token, contentHash, purchaseOrderNumber: null, deliveryAddress, via: 'link' }))
}

function done<Answer>(answer: Answer): Exclude<Answer, Refusal> {
  if (refused(answer)) throw new Error(`the canary was refused: ${answer.refused} ${answer.field ?? ''}`)
  return answer as Exclude<Answer, Refusal>
}
