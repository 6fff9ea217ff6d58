import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { check, controlOf, type World } from '#sentence'
import { ids, now, proving } from './proving.ts'
import { deletionRunsByItself } from './retention-deletion.ts'
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

describe('what is written of who got data can be caught outliving its time', () => {
  const { house, mutation } = proving()
  const name = 'nothing about who got data is overdue'
  // Somebody who is gone; of Kari, who is here, it stands as long as she is.
  const nobody = 'gen_random_uuid()'
  const disclosed = (
    at: string,
    whose = nobody,
  ) => `insert into core.disclosure (account_id, id, case_id, person_id, outcome, at, ground, legal_reference, recipient_name, recipient_country,
      fields, purpose, necessity, method, requested_by, approved_by, executed_by, content_hash)
    values ('${ids.account}', gen_random_uuid(), gen_random_uuid(), ${whose}, 'executed', '${at}', 'order', 'Kjennelse', 'Tingretten', 'NO', '{}', 'Sak', 'Pålagt', 'Brev', 'siv', '{siv}', 'siv', 'x')`
  const asked = (
    at: string,
    whose = nobody,
  ) => `insert into core.disclosure_case (account_id, id, person_id, ground, recipient_name, recipient_country, asked_for, requested_at, requested_by)
    values ('${ids.account}', gen_random_uuid(), ${whose}, 'order', 'Tingretten', 'NO', 'Navn', '${at}', 'siv')`
  const stopped = (at: string) => `insert into core.refused_transfer (id, at, recipient, purpose, fields, why)
    values (gen_random_uuid(), '${at}', 'mail-server', 'deliver', '{}', 'no agreement')`
  const subject = (
    at: string,
  ) => `insert into core.instruction_subject (account_id, id, person_id, identifiers, language, created_at)
    values ('${ids.account}', gen_random_uuid(), '${ids.kari}', '[]', 'nb', '${at}')`
  const gone = (
    at: string,
  ) => `update core.recipient set reached_by = 'email', mailbox = 'vern@leverandor.example', webhook_to = null, ended_at = '${at}'
    where id = (select min(id) from core.recipient)`

  const ended = (on: string) => `update core.recipient set ended_at = '${on}' where id = (select min(id) from core.recipient)`
  const instructed = (
    on: string,
    keepsUntil: string,
  ) => `insert into core.instruction (account_id, id, recipient, kind, queued_at, answered_at, answer, keeps_until)
    select '${ids.account}', gen_random_uuid(), min(id), 'erasure', '${on}', '${on}', 'kept_by_law', '${keepsUntil}' from core.recipient`
  const held = (
    until: string,
  ) => `insert into core.hold (account_id, id, kind, reference, reason, approved_by, placed_at, reviewed_at, lapses_on)
    values ('${ids.account}', gen_random_uuid(), 'claim', 'K-1', 'Reklamasjon', 'siv', '2025-11-20', '2025-11-20', '${until}')`

  mutation(deletionRunsByItself, name, 'a disclosure stands after five years', disclosed('2021-11-14T08:00:00Z'))
  mutation(deletionRunsByItself, name, 'a case without a line stands as long', asked('2021-11-14T08:00:00Z'))
  mutation(deletionRunsByItself, name, 'a stopped transfer is remembered after three years', stopped('2023-11-14T08:00:00Z'))
  mutation(
    deletionRunsByItself,
    name,
    'whom an instruction was about is known after ninety days',
    subject('2026-08-16T08:00:00Z'),
  )
  mutation(deletionRunsByItself, name, 'a supplier gone for three years can still be written to', gone('2023-11-14T08:00:00Z'))

  mutation(
    deletionRunsByItself,
    name,
    'a hold that lapsed still keeps a disclosure',
    `${disclosed('2021-11-14T08:00:00Z')}; ${held('2026-11-10')}`,
  )
  mutation(
    deletionRunsByItself,
    name,
    'a review stands three years after the supplier ended',
    `${ended('2023-11-14')}; insert into core.recipient_review (recipient, id, reviewed_on, next_on, found, staff_user_id)
      select min(id), gen_random_uuid(), '2022-11-14', '2023-11-14', 'I orden', 'siv' from core.recipient`,
  )
  mutation(
    deletionRunsByItself,
    name,
    'a supplier’s confirmation stands as long',
    `${ended('2023-11-14')}; insert into core.recipient_confirmation (recipient, id, confirms, document_name, confirmed_on, staff_user_id)
      select min(id), gen_random_uuid(), 'confidentiality', 'Svar', '2022-11-14', 'siv' from core.recipient`,
  )

  mutation(
    deletionRunsByItself,
    name,
    'what a supplier was asked is remembered three years after what it kept by law went',
    instructed('2020-11-14', '2023-11-14'),
  )
  mutation(
    deletionRunsByItself,
    name,
    'an opening of the archive is remembered after a year',
    `insert into core.archive_opening values ('${ids.account}', gen_random_uuid(), ${nobody}, 'K-1', 'Krav om erstatning', 'siv', 'host', '2025-11-14T08:00:00Z')`,
  )

  it('leaves alone what is a day short of its time, and what somebody holds', async () => {
    const dayShort = [
      disclosed('2021-11-24T08:00:00Z'),
      asked('2021-11-24T08:00:00Z'),
      stopped('2023-11-24T08:00:00Z'),
      subject('2026-08-26T08:00:00Z'),
      gone('2023-11-24T08:00:00Z'),
      instructed('2020-11-14', '2023-11-24'),
    ]
    const kari = `'${ids.kari}'`
    const stillHere = [disclosed('2021-11-14T08:00:00Z', kari), asked('2021-11-14T08:00:00Z', kari)]
    for (const survivors of [dayShort, stillHere, [disclosed('2021-11-14T08:00:00Z'), held('2027-11-20')]]) {
      const found = house()
        .owner.transaction()
        .execute(async (db) => {
          for (const survivor of survivors) await sql.raw(survivor).execute(db)
          const { found } = (await check(controlOf(deletionRunsByItself, name), {}, { db, now } as unknown as World))!
          throw new Error(`${found} found`)
        })
      await expect(found).rejects.toThrow('0 found')
    }
  })
})
