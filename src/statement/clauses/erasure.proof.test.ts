import { sql, type Transaction } from 'kysely'
import { expect, it } from 'vitest'
import type { DB } from '#database'
import { check, controlOf } from '#sentence'
import { erasure } from './erasure.ts'
import { ids, now, proving } from './proving.ts'

const { mutation, house } = proving()
const certificate = '01890000-0000-7000-8000-0000000000c1'
const theCase = '01890000-0000-7000-8000-0000000000c2'

/** An erasure two and a half days ago, searched the night after; give what differs. */
function erased(differs: { certificate?: string; search?: string; closed?: string; left?: number } = {}) {
  const {
    search = `'2026-11-21T00:12:00Z', '2026-11-21T00:12:00Z', null, '[]'`,
    closed = `'2026-11-21T00:12:00Z'`,
    left = 0,
  } = differs
  return async (db: Transaction<DB>) => {
    await sql`update house.migration set applied_at = '2026-11-01' where name = '0075-erasure-search.sql'`.execute(db)
    await sql
      .raw(`insert into core.rights_case (account_id, id, kind, channel, received_at, due_on, closed_at, outcome)
      values ('${ids.account}', '${theCase}', 'erasure', 'my_page', '2026-11-20T20:00:00Z', '2026-12-20', ${closed}, '{"certificate":"x"}')`)
      .execute(db)
    await sql
      .raw(
        `insert into evidence.erasure_certificate values ('${certificate}', '${theCase}', '{}', '[]', ${left}, '{}', '2026-11-20T20:00:00Z')`,
      )
      .execute(db)
    if (search !== '')
      await sql
        .raw(`insert into core.erasure_search (account_id, case_id, certificate_id, erased_at, searched_at, passed_at, sought, finds)
        values ('${ids.account}', '${theCase}', '${certificate}', '2026-11-20T20:00:00Z', ${search})`)
        .execute(db)
  }
}

it('is content with an erasure that was searched for, and tells of how many', async () => {
  class Back extends Error {}
  await house()
    .owner.transaction()
    .execute(async (db) => {
      await erased()(db)
      for (const { name } of erasure.controls.filter(({ kind }) => kind === 'query'))
        expect(await check(controlOf(erasure, name), {}, { db, now } as never), name).toMatchObject({ found: 0, of: 1 })
      throw new Back()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Back)) throw error
    })
})

mutation(
  erasure,
  'the search found nothing',
  'the act left something and no night has passed',
  erased({ left: 1, closed: 'null', search: `null, null, null, '[]'` }),
)
mutation(
  erasure,
  'the search found nothing',
  'the night found something',
  erased({ closed: 'null', search: `'2026-11-21T00:12:00Z', null, '[]', '[{"where":"public.notes.said","rows":1}]'` }),
)
mutation(
  erasure,
  'everything was searched the night after',
  'the night’s search did not run',
  erased({ closed: 'null', search: `null, null, '[]', '[]'` }),
)
mutation(erasure, 'everything was searched the night after', 'an erasure was not noted for it', erased({ search: '' }))
mutation(
  erasure,
  'no case was closed before the search had passed',
  'it was closed in the act',
  erased({ closed: `'2026-11-20T20:00:00Z'` }),
)
mutation(
  erasure,
  'nobody who is erased can be recognised any more',
  'fingerprints outlive the search',
  erased({ search: `'2026-11-21T00:12:00Z', '2026-11-21T00:12:00Z', '[]', '[]'` }),
)
