/** Where the samples are played: on whose handles, seen from which day; and what every story needs. */
import { registerCustomer } from '#customers'
import type { For, Purposes, Subject } from '#purposes'
import { type Refusal, refused } from '#refusal'
import { cast, type CastMember } from './cast.ts'

/** The salesperson of the samples; has no sign-in, so nobody can become them. */
export const salesperson = 'sample-salesperson'

export type Stage = {
  readonly for: Purposes['for']
  readonly now: Date
  readonly website: string
  readonly suppressionKey: string
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
export async function enter(
  { for: purposes, website, ...stage }: Stage,
  who: CastMember,
  days: number,
): Promise<Subject | undefined> {
  const db = purposes('deliver')
  if (await subjectOf(db, cast[who].contact.email)) return undefined
  done(await registerCustomer(db, ago(stage, days), { ...cast[who], website }))
  return (await subjectOf(db, cast[who].contact.email))!
}

export async function subjectOf(db: For<'deliver'>, email: string): Promise<Subject | undefined> {
  const person = await db.selectFrom('person').select(['account_id', 'id']).where('email', '=', email).executeTakeFirst()
  return person && { accountId: person.account_id, personId: person.id }
}
