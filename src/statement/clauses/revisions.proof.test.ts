import { describe, expect, it } from 'vitest'
import { check, controlOf } from '#sentence'
import { inventory } from '#inventory'
import { ids, now, proving, type Mutate, lookingNowhere } from './proving.ts'
import { changesAreVisible, historyIsPublic, textBeforePractice, versionsNeverChange } from './revisions.ts'

/** Pages as a stranger gets them, with no change on top. */
const { mutation, house } = proving(async () => new Response('<main>Ingen endring her.</main>'))
const { account, kari } = ids

/** A second revision; give what differs. */
const second = (differs: Record<string, string> = {}) => {
  const columns = {
    revision: '2',
    effective_on: `'2026-12-24'`,
    content_hash: `repeat('d', 64)`,
    texts: `'[]'`,
    terms: `'{}'`,
    kind: `'material'`,
    published_at: `'2026-11-21T08:00:00Z'`,
    kinds: `'{"contact.questions-are-answered":"material"}'`,
    ...differs,
  }
  return `insert into core.statement_revision (${Object.keys(columns).join(', ')}) values (${Object.values(columns).join(', ')})`
}
const told = `insert into core.revision_notice values ('${account}', '${kari}', 2, gen_random_uuid(), '2026-11-20T09:00:00Z')`
const letter = (
  purpose: string,
) => `insert into core.mail (account_id, id, person_id, kind, purpose, to_address, subject, body, queued_at)
  values ('${account}', gen_random_uuid(), '${kari}', 'statement revision', '${purpose}', 'kari@fjord.example', 'Endring', 'Versjon 2', '2026-11-20T09:00:00Z')`

describe('section 8, changes of the statement', () => {
  mutation(versionsNeverChange, 'never two at once', 'a later version applies first', second({ effective_on: `'2026-11-01'` }))
  mutation(
    textBeforePractice,
    'nothing was set behind the text',
    'somebody changes the telephone number in the database',
    `update core.setting set value = jsonb_set(value, '{phone}', '"+47 55 12 34 56"') where key = 'controller'`,
  )
  mutation(
    textBeforePractice,
    'nothing was set behind the text',
    'a term is changed without a revision',
    `insert into core.setting values ('terms', '{"contact.questions-are-answered":{"within":{"days":60}}}', '2026-11-22T10:00:00Z')`,
  )
  mutation(changesAreVisible, 'each customer was told', 'nobody was written to', second())
  mutation(
    changesAreVisible,
    'told in time, or told why not',
    'it applies after twenty-nine days',
    second({ effective_on: `'2026-12-20'` }),
  )
  mutation(changesAreVisible, 'once each, and no advertising', 'the letter goes out for marketing', letter('marketing'))
  mutation(
    changesAreVisible,
    'once each, and no advertising',
    'the letter comes twice',
    `${letter('legal_obligation')};${letter('legal_obligation')}`,
  )
  mutation(changesAreVisible, 'the change stands on every page', 'a change is published and no page shows it', second())
  mutation(
    historyIsPublic,
    'what was shown exists',
    'somebody was shown a version that never was',
    `insert into core.statement_shown values ('${account}', gen_random_uuid(), '${kari}', 9, 'register', '2026-11-22T10:00:00Z')`,
  )

  it('has survivors: told customers, thirty days, a reason, one that was replaced, and whoever came later', async () => {
    const survive: readonly (readonly [string, Mutate])[] = [
      ['each customer was told', `${second()};${told}`],
      ['each customer was told', `${second()};${second({ revision: '3', published_at: `'2026-11-23T08:00:00Z'` })}`],
      ['each customer was told', `${second()};update core.account set ended_at = '2026-11-21T00:00:00Z'`],
      ['each customer was told', `${second()};update core.person set created_at = '2026-11-22T00:00:00Z'`],
      ['each customer was told', second({ kind: `'editorial'` })],
      ['told in time, or told why not', second({ effective_on: `'2026-12-21'` })],
      ['told in time, or told why not', second({ effective_on: `'2026-11-22'`, hurried_because: `'Loven krever det.'` })],
      ['once each, and no advertising', letter('legal_obligation')],
    ]
    for (const [name, mutate] of survive) expect([mutate, await foundAfter(name, mutate)]).toEqual([mutate, 0])
  })
})

class Undone extends Error {}

async function foundAfter(name: string, mutate: Mutate): Promise<number> {
  let found = -1
  const { sql } = await import('kysely')
  const done = house()
    .owner.transaction()
    .execute(async (db) => {
      await sql.raw(String(mutate)).execute(db)
      const world = { ...lookingNowhere, db, now, inventory, visit: async () => new Response('') }
      found = (await check(controlOf(changesAreVisible, name), changesAreVisible.terms, world))!.found
      throw new Undone()
    })
  await done.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return found
}
