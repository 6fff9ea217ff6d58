/** What the cast has bought. Told in the order the invoices were issued, so that their numbers and their days agree. */
import { dayOf } from '#clock'
import { personLeft } from '#customers'
import { type Item, receiveInquiry } from '#inquiries'
import { creditInvoice, type Issued, issueInvoice, printInvoice, registerPayment } from '#invoices'
import { deliverOrder, type Order } from '#orders'
import type { Subject } from '#purposes'
import { objectToMarketing } from '#rights'
import { acceptQuote, draftQuote, noteViewed, quoteByLink, saveDraft, sendQuote } from '#quotes'
import { cast, type CastMember } from './cast.ts'
import { ago, done, enter, salesperson, type Stage } from './stage.ts'

type Wish = { readonly body: string; readonly items: readonly Item[] }
type Offered = { readonly subject: Subject; readonly token: string }

export async function perBoughtAndLeft(stage: Stage): Promise<void> {
  const order = await buys(
    stage,
    'per',
    96,
    {
      body: 'Vi trenger gensergaver til leietakerne: luer og termokopper, med logo.',
      items: [item('NTC-1903', 100), item('NTC-1001', 100)],
    },
    'HK-2201',
  )
  if (!order) return
  await pays(stage, 66, await delivered(stage, 74, order))
  const person = await stage
    .for('administer')
    .selectFrom('person')
    .select(['id', 'version'])
    .where('account_id', '=', order.accountId)
    .executeTakeFirstOrThrow()
  // Within the week in which the suppliers are told: a house that runs does that by itself.
  const leftOn = dayOf(ago(stage, 4))
  done(
    await personLeft(stage.for('administer'), ago(stage, 3), {
      accountId: order.accountId,
      personId: person.id,
      leftOn,
      version: person.version,
    }),
  )
}

export async function majaHasNotPaid(stage: Stage): Promise<void> {
  const order = await buys(
    stage,
    'maja',
    70,
    {
      body: 'Refleks og handlenett til trafikkdagen på skolene. Levering i god tid før høstferien.',
      items: [item('NTC-1403', 2000), item('NTC-1101', 500)],
    },
    '4500118823',
  )
  if (order) await delivered(stage, 44, order)
}

export async function kariGotOneBoxTooFew(stage: Stage): Promise<void> {
  const order = await buys(
    stage,
    'kari',
    48,
    {
      body: 'Vi skal ha kundegaver til jul: pledd med lys og sjokolade i eske. Kan dere brodere logoen på pleddet?',
      items: [item('NTC-1301', 50, 'Logo i hjørnet'), item('NTC-1505', 100)],
    },
    'PO-3317',
  )
  if (!order) return
  const invoice = await delivered(stage, 24, order)
  const reason = 'To esker sjokolade manglet i leveransen'
  const chocolate = await lineOf(stage, invoice, 'NTC-1505')
  done(
    await creditInvoice(stage.for('invoice'), ago(stage, 20), {
      accountId: invoice.accountId,
      invoiceId: invoice.id,
      staffId: salesperson,
      reason,
      wanted: new Map([[chocolate, 2]]),
    }),
  )
  await pays(stage, 13, invoice)
}

export async function fatimaBuysAllTheSame(stage: Stage): Promise<void> {
  const order = await buys(
    stage,
    'fatima',
    30,
    {
      body: 'Hodelykter og drikkeflasker til mannskapet. Bare det, ingen nyhetsbrev takk.',
      items: [item('NTC-1402', 50), item('NTC-1002', 100)],
    },
    null,
  )
  if (!order) return
  const { id: personId } = await stage
    .for('administer')
    .selectFrom('person')
    .select('id')
    .where('account_id', '=', order.accountId)
    .executeTakeFirstOrThrow()
  const said = { scope: 'marketing', channel: 'my_page', suppressionKey: stage.suppressionKey } as const
  await objectToMarketing(stage.for('rights_handling'), ago(stage, 25), { accountId: order.accountId, personId }, said)
  await delivered(stage, 5, order)
}

export async function jamesWaitsForHisOrder(stage: Stage): Promise<void> {
  await buys(
    stage,
    'james',
    19,
    {
      body: 'Umbrellas for our visitors, with the company name on one panel. How soon?',
      items: [item('NTC-1801', 100, 'One colour, one panel')],
    },
    'NSS-0091',
  )
}

export async function ingridReadsHerQuote(stage: Stage): Promise<void> {
  const offered = await isOffered(stage, 'ingrid', 6, {
    body: 'Kan dere levere emaljekopper med mitt eget motiv? Jeg sender tegningen.',
    items: [item('NTC-1004', 50, 'Eget motiv')],
  })
  if (!offered) return
  const quote = await quoteByLink(stage.for('deliver'), ago(stage, 3), offered.token)
  await noteViewed(stage.for('deliver'), ago(stage, 3), quote!)
}

function item(sku: string, quantity: number, wish?: string): Item {
  return wish === undefined ? { sku, quantity } : { sku, quantity, wish }
}

/** Registers, asks, and gets a quote the day after. Undefined when this has been told. */
async function isOffered(stage: Stage, who: CastMember, days: number, { body, items }: Wish): Promise<Offered | undefined> {
  const subject = await enter(stage, who, days)
  if (!subject) return undefined
  const db = stage.for('deliver')
  const { contact, language } = cast[who]
  const asked = done(
    await receiveInquiry(db, ago(stage, days, 10), {
      kind: 'quote_request',
      channel: 'web',
      body,
      items,
      email: contact.email,
      from: subject,
      language,
      website: stage.website,
    }),
  )
  const tomorrow = ago(stage, days - 1)
  const quote = await draftQuote(db, tomorrow, { ...subject, inquiryId: asked.id, staffId: salesperson })
  const draft = await db
    .selectFrom('quote_draft')
    .selectAll()
    .where('account_id', '=', quote.accountId)
    .where('quote_id', '=', quote.id)
    .executeTakeFirstOrThrow()
  const intro =
    language === 'nb'
      ? 'Takk for forespørselen. Dette er prisene for antallet du nevnte; korrektur får du før vi trykker.'
      : 'Thank you for asking. These are our prices for the quantity you named; you will see a proof before we print.'
  const key = { accountId: quote.accountId, quoteId: quote.id, staffId: salesperson }
  done(
    await saveDraft(db, tomorrow, {
      ...key,
      intro,
      lines: draft.lines as never,
      validUntil: draft.valid_until,
      deliveryDays: 12,
      version: draft.version,
    }),
  )
  const sent = done(await sendQuote(db, ago(stage, days - 1, 12), { ...key, website: stage.website }))
  return { subject, token: sent.token }
}

/** Says yes two days later, by the link in the letter. */
async function buys(
  stage: Stage,
  who: CastMember,
  days: number,
  wish: Wish,
  purchaseOrderNumber: string | null,
): Promise<Order | undefined> {
  const offered = await isOffered(stage, who, days, wish)
  if (!offered) return undefined
  const [db, then] = [stage.for('deliver'), ago(stage, days - 3)]
  const quote = (await quoteByLink(db, then, offered.token))!
  await noteViewed(db, then, quote)
  return done(
    await acceptQuote(db, then, {
      token: offered.token,
      contentHash: quote.paper.contentHash,
      purchaseOrderNumber,
      deliveryAddress: null,
      via: 'link',
    }),
  )
}

/** The goods arrive, the invoice is issued the day after and sent by post; the newest one nobody has sent yet. */
async function delivered(stage: Stage, days: number, { accountId, id }: Order): Promise<Issued> {
  done(
    await deliverOrder(stage.for('deliver'), ago(stage, days, 14), { accountId, orderId: id, deliveredAt: ago(stage, days, 11) }),
  )
  const [db, then] = [stage.for('invoice'), ago(stage, days - 1)]
  const issuing = { accountId, orderId: id, staffId: salesperson, buyerReference: null, deliveryPlace: null }
  const issued = done(await issueInvoice(db, then, issuing))
  if (days > 7) done(await printInvoice(db, then, { invoiceId: issued.id, staffId: salesperson }))
  return issued
}

/** All that is owed. */
async function pays(stage: Stage, days: number, { accountId, id }: Issued): Promise<void> {
  const db = stage.for('invoice')
  const { gross } = await db
    .selectFrom('invoice')
    .select('gross')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const credits = await db
    .selectFrom('invoice')
    .select('gross')
    .where('account_id', '=', accountId)
    .where('credits_invoice_id', '=', id)
    .execute()
  const amount = credits.reduce((rest, credit) => rest - credit.gross, gross)
  done(
    await registerPayment(db, ago(stage, days), {
      accountId,
      invoiceId: id,
      staffId: salesperson,
      amount,
      paidOn: dayOf(ago(stage, days)),
      reference: null,
    }),
  )
}

async function lineOf({ for: purposes }: Stage, { accountId, id }: Issued, sku: string): Promise<number> {
  const lines = purposes('invoice')
    .selectFrom('invoice_line')
    .select('line')
    .where('account_id', '=', accountId)
    .where('invoice_id', '=', id)
  return (await lines.where('sku', '=', sku).executeTakeFirstOrThrow()).line
}
