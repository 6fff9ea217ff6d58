/** For tests: a house whose statement is in force, customers to be told, and a draft that changes one figure. */
import { type Kysely, sql } from 'kysely'
import type { DB } from '#database'
import { sampleController, saveController } from '#merchant'
import { openTestHouse, type TestHouse } from '#testing'
import type { Draft } from './draft.ts'
import { publishIfChanged } from './publish-if-changed.ts'

export const began = new Date('2026-10-01T08:00:00Z')

export async function openStatedHouse(): Promise<TestHouse> {
  const house = await openTestHouse()
  await saveController(house.owner, began, sampleController)
  await publishIfChanged(house.owner, began)
  return house
}

/** Answers within as many days instead of thirty. */
export function answersWithin(days: number, differs: Partial<Draft> = {}): Draft {
  return {
    settings: {
      controller: sampleController,
      changed: { 'contact.questions-are-answered': { within: { days } } },
      reasons: { 'contact.questions-are-answered': 'Vi svarer raskere nå.' },
    },
    kinds: {},
    summary: { nb: `Vi svarer innen ${days} dager.`, en: `We answer within ${days} days.` },
    effectiveOn: null,
    hurriedBecause: null,
    ...differs,
  }
}

type Differs = { readonly kind?: string; readonly endedAt?: string; readonly leftOn?: string; readonly createdAt?: string }

/** A person with that address in an account of its own. */
export async function customer(owner: Kysely<DB>, email: string | null, number: number, differs: Differs = {}) {
  const { kind = 'customer', endedAt = null, leftOn = null, createdAt = '2026-10-02T08:00:00Z' } = differs
  const id = (kind: string) => `01890000-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`
  const subject = { accountId: id('a'), personId: id('b') }
  await sql`insert into core.account (account_id, kind, created_at, last_active_at, ended_at)
    values (${subject.accountId}, ${kind}, ${createdAt}, ${createdAt}, ${endedAt})`.execute(owner)
  await sql`insert into core.person (account_id, id, first_name, email, language, created_at, last_active_at, left_on)
    values (${subject.accountId}, ${subject.personId}, 'Kari', ${email}, ${number % 2 === 0 ? 'en' : 'nb'}, ${createdAt}, ${createdAt}, ${leftOn})`.execute(
    owner,
  )
  return subject
}
