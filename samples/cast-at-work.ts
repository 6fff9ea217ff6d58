/** What the cast has been doing lately, told in order. Each story is told once: whoever is here already has had theirs. */
import { answerInquiry, closeInquiry, enterInquiry, receiveInquiry, type Filed, type Item } from '#inquiries'
import { inquirers } from './cast.ts'
import {
  fatimaBuysAllTheSame,
  ingridReadsHerQuote,
  jamesWaitsForHisOrder,
  kariGotOneBoxTooFew,
  majaHasNotPaid,
  perBoughtAndLeft,
} from './cast-trades.ts'
import { ago, done, salesperson, type Stage, subjectOf } from './stage.ts'

export async function playTheCast(stage: Stage): Promise<void> {
  await perBoughtAndLeft(stage)
  await majaHasNotPaid(stage)
  await kariGotOneBoxTooFew(stage)
  await fatimaBuysAllTheSame(stage)
  await jamesWaitsForHisOrder(stage)
  await ingridReadsHerQuote(stage)
  await olaOnlyAsks(stage)
  await sofieAwaitsAnAnswer(stage)
  await tomRang(stage)
}

async function olaOnlyAsks(stage: Stage): Promise<void> {
  const { for: purposes, website } = stage
  if (await subjectOf(purposes('deliver'), inquirers.ola.email)) return
  const body = 'Hei! Trykker dere på paraplyer man har med selv? Vi har tjue liggende etter et arrangement.\n\nHilsen Ola'
  const asked = done(
    await receiveInquiry(purposes('deliver'), ago(stage, 24), {
      kind: 'question',
      channel: 'web',
      body,
      items: [],
      ...inquirers.ola,
      language: 'nb',
      website,
    }),
  )
  const text =
    'Hei Ola!\n\nVi trykker dessverre bare på varer vi leverer selv, for da vet vi at fargen holder. Paraplyen Vestland kan du få fra 25 stykker.'
  const key = { accountId: asked.accountId, id: asked.id }
  done(await answerInquiry(purposes('case_documentation'), ago(stage, 23), { ...key, text, staffUserId: salesperson, website }))
  done(await closeInquiry(purposes('case_documentation'), ago(stage, 16), { ...key, outcome: 'answered' }))
}

async function sofieAwaitsAnAnswer(stage: Stage): Promise<void> {
  const items = [
    { sku: 'NTC-1101', quantity: 500, wish: 'Trykk i to farger på én side' },
    { sku: 'NTC-1202', quantity: 1000 },
  ]
  await asks(
    stage,
    2,
    inquirers.sofie,
    'Vi skal ha festival i mars og trenger nett og penner med logoen vår. Hva koster det, og hvor raskt kan dere levere?',
    items,
  )
}

async function tomRang(stage: Stage): Promise<void> {
  const { for: purposes, website } = stage
  if (await subjectOf(purposes('deliver'), inquirers.tom.email)) return
  const body = 'Ringte og spør om 40 luer med brodert båt til mannskapet. Vil ha pris på e-post.'
  const items = [{ sku: 'NTC-1903', quantity: 40, wish: 'Brodert båt, én farge' }]
  const contact = { first_name: 'Tom', email: inquirers.tom.email }
  done(
    await enterInquiry(purposes('deliver'), ago(stage, 1), {
      kind: 'quote_request',
      channel: 'phone',
      body,
      items,
      contact,
      language: 'nb',
      staffUserId: salesperson,
      website,
    }),
  )
}

async function asks(
  stage: Stage,
  days: number,
  who: { email: string; phone?: string },
  body: string,
  items: readonly Item[],
): Promise<Filed | undefined> {
  const { for: purposes, website } = stage
  if (await subjectOf(purposes('deliver'), who.email)) return undefined
  return done(
    await receiveInquiry(purposes('deliver'), ago(stage, days), {
      kind: 'quote_request',
      channel: 'web',
      body,
      items,
      ...who,
      language: 'nb',
      website,
    }),
  )
}
