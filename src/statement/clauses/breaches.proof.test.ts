import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { witness } from '#evidence'
import { check, controlOf } from '#sentence'
import { inventory } from '#inventory'
import { ids, now, proving, lookingNowhere } from './proving.ts'
import { breaches } from './retention-security.ts'

const { mutation, house } = proving()
const { account, kari } = ids

const hoursAgo = (hours: number) => `'${new Date(now.getTime() - hours * 3_600_000).toISOString()}'`
/** A breach; give what differs. */
const breach = (differs: Record<string, string> = {}) => {
  const columns = {
    id: `'01890000-0000-7000-8000-0000000000bb'`,
    number: `'A-2026-0001'`,
    aware_at: hoursAgo(73),
    found_by: `'us'`,
    cause: `'mistake'`,
    kinds: `'{confidentiality}'`,
    what: `'Feil vedlegg.'`,
    registered_at: hoursAgo(70),
    registered_by: `'siv'`,
    ...differs,
  }
  return `insert into core.breach (${Object.keys(columns).join(', ')}) values (${Object.values(columns).join(', ')})`
}
const notice = (hours: number, late = 'null') =>
  `insert into core.breach_notice values ('01890000-0000-7000-8000-0000000000bb', 1, '{}', false, ${late}, null, ${hoursAgo(hours)})`
const hit = (told = 'null') =>
  `insert into core.breach_person values ('${account}', '01890000-0000-7000-8000-0000000000bb', '${kari}', '{contact}', ${told})`

describe('when data go astray', () => {
  mutation(breaches, 'notified in time, or said why not', 'nobody was told in seventy-two hours', breach())
  mutation(
    breaches,
    'notified in time, or said why not',
    'the notice came an hour late without a word',
    `${breach({ aware_at: hoursAgo(100) })};${notice(27)}`,
  )
  mutation(
    breaches,
    'notified in time, or said why not',
    'it is left out though there is a risk',
    breach({ harm: `'likely'`, not_notified_because: `'Vi slipper helst.'` }),
  )
  mutation(
    breaches,
    'whoever is at high risk was told',
    'eight days pass without a letter',
    `${breach({ aware_at: hoursAgo(8 * 24), harm: `'high'` })};${hit()}`,
  )
  mutation(breaches, 'each breach is in the log', 'one is written past the log', breach())
  mutation(breaches, 'each breach is in the log', 'the moment is moved forward', async (db) => {
    const body = { number: 'A-2026-0001', awareAt: new Date(now.getTime() - 90 * 3_600_000).toISOString() }
    await witness(db, now, { kind: 'breach registered', body })
    await sql.raw(breach()).execute(db)
  })

  it('has survivors: one hour to go, told in time, late with a reason, no risk with a reason, and whoever was written to', async () => {
    const survive: readonly (readonly [string, string])[] = [
      ['notified in time, or said why not', breach({ aware_at: hoursAgo(71) })],
      ['notified in time, or said why not', `${breach({ aware_at: hoursAgo(200) })};${notice(129)}`],
      ['notified in time, or said why not', `${breach({ aware_at: hoursAgo(200) })};${notice(1, `'Vi visste ikke omfanget.'`)}`],
      ['notified in time, or said why not', breach({ harm: `'unlikely'`, not_notified_because: `'Kryptert.'` })],
      ['whoever is at high risk was told', `${breach({ harm: `'high'` })};${hit()}`],
      ['whoever is at high risk was told', `${breach({ aware_at: hoursAgo(900), harm: `'high'` })};${hit(hoursAgo(1))}`],
      ['whoever is at high risk was told', `${breach({ aware_at: hoursAgo(900), harm: `'likely'` })};${hit()}`],
    ]
    for (const [name, what] of survive) expect([what, await foundAfter(name, what)]).toEqual([what, 0])
  })
})

class Undone extends Error {}

async function foundAfter(name: string, what: string): Promise<number> {
  let found = -1
  const done = house()
    .owner.transaction()
    .execute(async (db) => {
      await sql.raw(what).execute(db)
      const world = { ...lookingNowhere, db, now, inventory, visit: async () => new Response('') }
      found = (await check(controlOf(breaches, name), breaches.terms, world))!.found
      throw new Undone()
    })
  await done.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return found
}
