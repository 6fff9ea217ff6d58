import { sql, type Transaction } from 'kysely'
import { describe } from 'vitest'
import type { DB } from '#database'
import { proving, transfer } from './proving.ts'
import * as statistics from './statistics.ts'

const { mutation } = proving()

/** A counter of the day before yesterday's yesterday, or of the day given. */
function counter(measure: string, value: string, day = '2026-11-23') {
  return async (db: Transaction<DB>) => {
    await sql`select statistics.open_day(${day}::date)`.execute(db)
    await sql`insert into statistics.day_counter values (${day}, ${measure}, ${value}, 1)`.execute(db)
  }
}

describe('section 2.3, web statistics', () => {
  mutation(
    statistics.countersOnly,
    'a counter has room for a sum alone',
    'the moment of a visit is kept',
    'alter table statistics.day_counter add column seen_at timestamptz',
  )
  mutation(statistics.countersOnly, 'nothing else is counted', 'clicks are counted', counter('click', 'buy'))
  mutation(
    statistics.unlinkable,
    'no path beside a person or an address',
    'sessions remember the page',
    'alter table auth.session add column last_path text',
  )
  mutation(
    statistics.unlinkable,
    'who counts can read nobody',
    'whoever counts may read customers',
    'grant select (email) on core.person to ordholden_web_statistics',
  )
  mutation(
    statistics.unlinkable,
    'nobody who knows a person reads the counters',
    'marketing may read the counters',
    'grant select on statistics.counter to ordholden_marketing',
  )
  for (const somebody of ['/sok?q=kari', 'kari@fjord.example', '192.0.2.7', '2001:db8:0:1::7', 'F-2026-00001', 'a'.repeat(32)]) {
    mutation(statistics.unlinkable, 'no value is somebody', `${somebody} is counted`, counter('page', somebody))
  }
  mutation(
    statistics.smallCountsHidden,
    'the limit is not below the floor',
    'the limit is five',
    `insert into core.setting values ('statistics', '{"threshold": 5}', now())`,
  )
  mutation(statistics.countersEnd, 'yesterday is rolled up', 'Saturday was not rolled up', counter('page', '/', '2026-11-21'))
  mutation(statistics.countersEnd, 'nothing is kept longer', 'an old month was left', async (db) => {
    await counter('page', '/', '2023-08-31')(db)
    await sql`select statistics.roll_up('2023-09-10', '{}')`.execute(db)
  })
  mutation(
    statistics.addressesArePersonal,
    'addresses stand in the security log only',
    'inquiries keep the address',
    'alter table core.inquiry add column sender_ip text',
  )
  mutation(
    statistics.addressesArePersonal,
    'no address was handed on',
    'an address is handed on',
    transfer({ fields: `array['auth.session.ipAddress']` }),
  )
  mutation(
    statistics.addressesArePersonal,
    'no address was handed on',
    'an address is told along with a visit',
    `insert into core.counted_transfer values ('2026-11-22', 'x', 'web_statistics', 'sent', 'x', array['session.ipAddress'], 1)`,
  )
})
