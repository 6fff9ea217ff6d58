import { describe } from 'vitest'
import * as inquiries from './inquiries-end.ts'
import { consent, ids, proving } from './proving.ts'
import * as retention from './retention.ts'
import { bookkeepingStays } from './retention-bookkeeping.ts'
import { deletionRunsByItself } from './retention-deletion.ts'

describe('retention can be caught breaking its word', () => {
  const { mutation, spares } = proving()

  mutation(
    bookkeepingStays,
    'no document went before its time',
    'last week’s invoice is deleted and its number kept',
    `update core.issued_document set account_id = null, invoice_id = null where invoice_id = '${ids.second}'`,
  )
  mutation(
    deletionRunsByItself,
    'the sweep has run',
    'a week passes without one',
    `update house.migration set applied_at = '2026-11-01T00:00:00Z'`,
  )
  const hold = (differs: Record<string, string>) => {
    const placed = {
      account_id: `'${ids.account}'`,
      id: 'gen_random_uuid()',
      kind: `'claim'`,
      reference: `'K-1'`,
      reason: `'Reklamasjon på trykket'`,
      approved_by: `'siv'`,
      placed_at: `'2026-11-20T10:00:00Z'`,
      reviewed_at: `'2026-11-20T10:00:00Z'`,
      lapses_on: `'2027-11-20'`,
      ...differs,
    }
    return `insert into core.hold (${Object.keys(placed).join(', ')}) values (${Object.values(placed).join(', ')})`
  }
  mutation(retention.holdsLapse, 'none is longer than a year', 'one is made to last for two', hold({ lapses_on: `'2028-11-20'` }))
  mutation(
    retention.holdsLapse,
    'each is read every three months',
    'nobody has read one since summer',
    hold({ placed_at: `'2026-07-01T10:00:00Z'`, reviewed_at: `'2026-07-01T10:00:00Z'`, lapses_on: `'2027-07-01'` }),
  )
  mutation(retention.holdsLapse, 'each has its reason', 'nobody says who decided', hold({ approved_by: `' '` }))

  const ended = (at: string) => `insert into core.relationship_end (account_id, id, person_id, reason, channel, ended_at)
    values ('${ids.account}', gen_random_uuid(), '${ids.kari}', 'asked', 'my_page', '${at}')`
  const settled = `update core.sales_order set delivered_at = '2026-11-21T10:00:00Z'; insert into core.payment (account_id, id, invoice_id, amount, paid_on, registered_at)
    select account_id, gen_random_uuid(), id, gross, '2026-11-22', now() from core.invoice`
  mutation(
    inquiries.relationshipEnds,
    'who ended is gone',
    'the run-off never ends',
    `${ended('2026-09-01T10:00:00Z')}; ${settled}`,
  )
  mutation(
    inquiries.relationshipEnds,
    'silence has an end',
    'nobody counts the months',
    `insert into core.account (account_id, kind, created_at, last_active_at) values (gen_random_uuid(), 'inquirer', '2024-01-01', '2024-01-01')`,
  )
  mutation(
    inquiries.relationshipEnds,
    'nobody who ended is in an audience',
    'the audience forgets that it ended',
    `${ended('2026-11-22T10:00:00Z')}; ${consent()}; create or replace view marketing.person as select account_id, id, first_name, last_name, email, language,
      registered_at, created_at, last_active_at, left_on, version from core.person`,
  )
  const signedIn = `insert into auth."user" (id, name, email, "emailVerified") values ('kari', 'Kari', 'kari@fjord.example', true);
    insert into core.portal_login (user_id, account_id, person_id, linked_at) values ('kari', '${ids.account}', '${ids.kari}', '2026-11-01')`
  mutation(
    inquiries.relationshipEnds,
    'whoever left the firm is signed out',
    'the employer reads on as her',
    `${signedIn}; ${ended('2026-11-22T10:00:00Z').replace('asked', 'left_company')}`,
  )
  spares(
    inquiries.relationshipEnds,
    'whoever left the firm is signed out',
    'whoever ended it herself',
    `${signedIn}; ${ended('2026-11-22T10:00:00Z')}`,
  )
  mutation(
    inquiries.limitation,
    'no dialogue is older',
    'dialogue stays for ever',
    `update core.inquiry set last_message_at = '2023-10-01T00:00:00Z'`,
  )
  // Ordered, delivered three years and three weeks ago, and to be paid by that day.
  const claimedUntil = (due: string) => `update core.inquiry set last_message_at = '2023-10-01T00:00:00Z';
    insert into core.quote (account_id, id, number, inquiry_id, person_id, created_at)
      values ('${ids.account}', '${ids.quote}', 'T-1', '${ids.inquiry}', '${ids.kari}', '2023-10-01T00:00:00Z');
    update core.sales_order set quote_id = '${ids.quote}', delivered_at = '2023-11-01T10:00:00Z';
    update core.invoice set issue_date = '2023-10-20', due_date = '${due}'`
  spares(inquiries.limitation, 'no dialogue is older', 'a claim for payment that is not yet barred', claimedUntil('2023-11-20'))
  mutation(inquiries.limitation, 'no dialogue is older', 'it outlives the claim for payment', claimedUntil('2023-11-05'))
  mutation(
    inquiries.limitation,
    'no dialogue is older',
    'the archive never lets go',
    `${ended('2023-01-01T10:00:00Z')}; insert into archive.inquiry (account_id, id, person_id, subject) values ('${ids.account}', gen_random_uuid(), '${ids.kari}', 'Kopper')`,
  )
  const opening = (role: string, at = '2026-11-22T10:00:00Z') => `insert into core.archive_opening
    values ('${ids.account}', gen_random_uuid(), '${ids.kari}', 'K-1', 'Krav om erstatning', 'siv', '${role}', '${at}')`
  mutation(inquiries.lockedArchive, 'each opening says who and why', 'a salesperson opens it', opening('salesperson'))
  mutation(
    inquiries.lockedArchive,
    'nobody else has the key',
    'sales may read it',
    'grant select (body) on archive.inquiry to ordholden_deliver',
  )
  mutation(
    inquiries.lockedArchive,
    'it is empty to whoever has not opened it',
    'the view forgets to ask for an opening',
    `insert into archive.inquiry (account_id, id, person_id, subject) values ('${ids.account}', gen_random_uuid(), '${ids.kari}', 'Kopper');
      create or replace view claims_archive.archived_inquiry as select account_id, id, number, person_id, kind, channel, subject, body, owner_user_id, received_at, answered_at, closed_at, outcome, last_message_at from archive.inquiry`,
  )
})
