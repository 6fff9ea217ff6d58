import { describe } from 'vitest'
import { ids, proving } from './proving.ts'
import * as suppliers from './suppliers.ts'

describe('the end of a relationship can be caught breaking its word', () => {
  const { mutation } = proving()
  const ended = (at: string) => `insert into core.relationship_end (account_id, id, person_id, reason, channel, ended_at)
    values ('${ids.account}', gen_random_uuid(), '${ids.kari}', 'asked', 'my_page', '${at}')`
  const settled = `update core.sales_order set delivered_at = '2026-11-21T10:00:00Z'; insert into core.payment (account_id, id, invoice_id, amount, paid_on, registered_at)
    select account_id, gen_random_uuid(), id, gross, '2026-11-22', now() from core.invoice`

  mutation(
    suppliers.suppliersDeleteToo,
    'none who ended was forgotten',
    'the suppliers hear nothing of it',
    `${settled}; ${ended('2026-11-15T10:00:00Z')}`,
  )
})
