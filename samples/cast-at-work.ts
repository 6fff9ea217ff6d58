/** What the cast has been doing lately, told in order. Each story is told once: whoever is here already has had theirs. */
import { registerCustomer, personLeft } from '#customers'
import { answerInquiry, closeInquiry, enterInquiry, receiveInquiry, type Filed, type Item } from '#inquiries'
import type { For, Purposes, Subject } from '#purposes'
import { type Refusal, refused } from '#refusal'
import { cast, type CastMember, inquirers } from './cast.ts'

/** The salesperson of the samples; has no sign-in, so nobody can become them. */
export const salesperson = 'sample-salesperson'

export type Stage = { readonly for: Purposes['for']; readonly now: Date; readonly website: string }

export async function playTheCast(purposes: Purposes['for'], now: Date, website: string): Promise<void> {
  const stage = { for: purposes, now, website }
  await olaOnlyAsks(stage)
  await sofieAwaitsAnAnswer(stage)
  await tomRang(stage)
}

/** That many days ago, at that hour UTC. */
export function ago({ now }: Pick<Stage, 'now'>, days: number, hour = 9): Date {
  const day = new Date(now.getTime() - days * 86_400_000)
  day.setUTCHours(hour, (days * 7) % 60, 0, 0)
  return day
}

/** What an act did, or the story stops: a sample that is refused is our mistake. */
export function done<Answer>(answer: Answer): Exclude<Answer, Refusal> {
  if (refused(answer)) throw new Error(`the samples were refused: ${answer.refused} ${answer.field ?? ''}`)
  return answer as Exclude<Answer, Refusal>
}

/** Registers, unless they are here. Undefined when the story has been told. */
export async function enter({ for: purposes, website, ...stage }: Stage, who: CastMember, days: number): Promise<Subject | undefined> {
  const db = purposes('deliver')
  if (await subjectOf(db, cast[who].contact.email)) return undefined
  done(await registerCustomer(db, ago(stage, days), { ...cast[who], website }))
  return (await subjectOf(db, cast[who].contact.email))!
}

async function subjectOf(db: For<'deliver'>, email: string): Promise<Subject | undefined> {
  const person = await db.selectFrom('person').select(['account_id', 'id']).where('email', '=', email).executeTakeFirst()
  return person && { accountId: person.account_id, personId: person.id }
}

async function olaOnlyAsks(stage: Stage): Promise<void> {
  const { for: purposes, website } = stage
  if (await subjectOf(purposes('deliver'), inquirers.ola.email)) return
  const body = 'Hei! Trykker dere på paraplyer man har med selv? Vi har tjue liggende etter et arrangement.\n\nHilsen Ola'
  const asked = done(await receiveInquiry(purposes('deliver'), ago(stage, 24), { kind: 'question', channel: 'web', body, items: [], ...inquirers.ola, language: 'nb', website }))
  const text = 'Hei Ola!\n\nVi trykker dessverre bare på varer vi leverer selv, for da vet vi at fargen holder. Paraplyen Vestland kan du få fra 25 stykker.'
  const key = { accountId: asked.accountId, id: asked.id }
  done(await answerInquiry(purposes('case_documentation'), ago(stage, 23), { ...key, text, staffUserId: salesperson, website }))
  done(await closeInquiry(purposes('case_documentation'), ago(stage, 16), { ...key, outcome: 'answered' }))
}

async function sofieAwaitsAnAnswer(stage: Stage): Promise<void> {
  const items = [{ sku: 'NTC-1101', quantity: 500, wish: 'Trykk i to farger på én side' }, { sku: 'NTC-1202', quantity: 1000 }]
  await asks(stage, 2, inquirers.sofie, 'Vi skal ha festival i mars og trenger nett og penner med logoen vår. Hva koster det, og hvor raskt kan dere levere?', items)
}

async function tomRang(stage: Stage): Promise<void> {
  const { for: purposes, website } = stage
  if (await subjectOf(purposes('deliver'), inquirers.tom.email)) return
  const body = 'Ringte og spør om 40 luer med brodert båt til mannskapet. Vil ha pris på e-post.'
  const items = [{ sku: 'NTC-1903', quantity: 40, wish: 'Brodert båt, én farge' }]
  const contact = { first_name: 'Tom', email: inquirers.tom.email }
  done(await enterInquiry(purposes('deliver'), ago(stage, 1), { kind: 'quote_request', channel: 'phone', body, items, contact, language: 'nb', staffUserId: salesperson, website }))
}

async function asks(stage: Stage, days: number, who: { email: string; phone?: string }, body: string, items: readonly Item[]): Promise<Filed | undefined> {
  const { for: purposes, website } = stage
  if (await subjectOf(purposes('deliver'), who.email)) return undefined
  return done(await receiveInquiry(purposes('deliver'), ago(stage, days), { kind: 'quote_request', channel: 'web', body, items, ...who, language: 'nb', website }))
}
