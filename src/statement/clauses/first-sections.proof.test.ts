import { describe } from 'vitest'
import * as controller from './controller.ts'
import { controllerLimits } from './controller-limits.ts'
import { erasure } from './erasure.ts'
import * as registration from './registration.ts'
import * as limits from './registration-limits.ts'
import * as rights from './registration-rights.ts'
import { consent, ids, letter, proving } from './proving.ts'

const { mutation } = proving()
const { account, kari } = ids
const limit = (id: string) => controllerLimits.find((sentence) => sentence.id === id)!

describe('section 1, who answers for the data', () => {
  mutation(
    controller.namedEverywhere,
    'invoices bear the number',
    'an invoice names another seller',
    `update core.invoice set seller = '{"organisationNumber":"399999999"}' where number = 2`,
  )
  mutation(
    controller.everySentenceIsChecked,
    'each breach is in the log',
    'a breach is written down and not witnessed',
    `insert into evidence.control_result values (gen_random_uuid(), 'x.y', 'c', 'query', 1, 1, '1 of 1', 'broken', '2026-11-22T02:00:00Z', 1)`,
  )
  mutation(
    controller.purposeAndGround,
    'no role reads a whole table',
    'marketing is granted the table of persons',
    'grant select on core.person to ordholden_marketing',
  )
  mutation(
    controller.purposeAndGround,
    'no role is above the law',
    'the application inherits all purposes',
    'alter role ordholden_app inherit',
  )
  for (const [lie, told] of [
    ['one column of the table is granted', 'grant select (phone) on core.person to ordholden_trend'],
    ['a purpose is made a member of another', 'grant ordholden_legal_obligation to ordholden_marketing'],
    ['a table may be read by everybody', 'grant select on core.person to public'],
    ['a role that no purpose knows is let in', 'create role onlooker; grant select (email) on core.person to onlooker'],
    [
      'a view beside the declared ones shows it all',
      'create view marketing.peek as select * from core.person; grant select on marketing.peek to ordholden_marketing',
    ],
  ] as const)
    mutation(controller.purposeAndGround, 'nobody reads beyond their purpose', lie, told)
  mutation(
    controller.nothingUndescribed,
    'the catalogue knows no other column',
    'a table stands where nobody looks',
    'create table public.vip (person_id uuid, mood text)',
  )
  mutation(
    controller.nothingUndescribed,
    'the catalogue knows no other column',
    'a column is added in SQL only',
    'alter table core.person add column nickname text',
  )
  mutation(
    controller.statementAtEveryForm,
    'the version shown is on record',
    'somebody registers without it',
    'delete from core.statement_shown',
  )
  mutation(
    controller.orderingIsNotConsent,
    'no consent came with an order',
    'the order makes a consent',
    consent({ given_at: `'2026-11-20T10:00:00Z'` }),
  )
  mutation(
    controller.noIsFine,
    'delivery never asks for a consent',
    'orders are shown to those who consented only',
    `create view deliver.willing as select o.id from core.sales_order o where exists (select 1 from core.consent c where c.person_id = o.person_id)`,
  )
  mutation(
    limit('controller.one-controller'),
    'there is one controller',
    'the controller is gone',
    `delete from core.setting where key = 'controller'`,
  )
  mutation(
    limit('controller.the-law-s-list-is-whole'),
    'nothing mandatory is empty',
    'the telephone number is emptied',
    `update core.setting set value = jsonb_set(value, '{phone}', '""') where key = 'controller'`,
  )
})

describe('section 2.1, what we collect', () => {
  mutation(
    registration.theEightFields,
    'the table has no other field',
    'a ninth field is added',
    'alter table core.person add column birth_date date',
  )
  mutation(
    registration.everyValueHasASource,
    'no value without provenance',
    'a telephone number arrives from nowhere',
    `update core.person set phone = '+47 55 11 22 33'`,
  )
  mutation(
    registration.toldWhenFromOthers,
    'everybody has been told in time',
    'a colleague gave the data and nobody was told',
    `with gone as (delete from core.mail) update core.provenance set source = 'colleague', at = '2026-10-01T00:00:00Z'`,
  )
  mutation(
    limits.noIdentityNumbers,
    'no identity number in any free text',
    'one stands in an inquiry',
    `update core.inquiry set body = 'Mitt nummer er 010190 00083, ring meg'`,
  )
  mutation(
    registration.theRelationshipIsTrade,
    'no column for opinions or clicks',
    'customers get a label',
    'alter table core.account add column vip boolean',
  )
  mutation(limits.noGiftLists, 'no table holds files', 'uploads are kept', 'create table core.upload (id uuid, content bytea)')
  mutation(
    rights.rectification,
    'each correction is in the log',
    'a name is changed in silence',
    'update core.person set version = 2',
  )
  mutation(
    rights.rectification,
    'each credit note corrects an invoice',
    'a credit note corrects a credit note',
    `update core.invoice set kind = 'credit_note', credits_invoice_id = id where number = 2`,
  )
  mutation(
    erasure,
    'the search found nothing',
    'something was left',
    `insert into evidence.erasure_certificate values (gen_random_uuid(), gen_random_uuid(), '{}', '{}', 1, '["core.person"]', now())`,
  )
  mutation(
    erasure,
    'the erased are gone',
    'the case is closed and the person is still there',
    `insert into core.rights_case values ('${account}', gen_random_uuid(), '${kari}', 'erasure', 'my_page', '2026-11-20T10:00:00Z', '2026-12-20', now(), '{"a":1}')`,
  )
  mutation(
    rights.restrictionIsObeyed,
    'no purpose sees the restricted',
    'the view forgets to ask',
    `create or replace view administer.person as ${'select * from core.person'};
     insert into core.restriction values ('${account}', gen_random_uuid(), '${kari}', 'accuracy_contested', now(), null)`,
  )
  mutation(
    rights.withdrawal,
    'nothing was sent after a withdrawal',
    'a letter goes out the day after',
    `${consent({ withdrawn_at: `'2026-11-22T11:00:00Z'` })}; ${letter({ purpose: `'marketing'` })}`,
  )
  mutation(
    rights.consentCanBeProved,
    'each consent has its text',
    'the text is changed afterwards',
    `${consent()}; update core.consent set text_shown = 'Ja til alt'`,
  )
  mutation(
    rights.complaintInEveryAnswer,
    'each answer tells where to complain',
    'an answer forgets it',
    letter({ purpose: `'rights_handling'`, body: `'Nei.'` }),
  )
  mutation(
    rights.noDetriment,
    'prices cannot see rights',
    'delivery is granted the rights requests',
    'grant select on core.rights_case to ordholden_deliver',
  )
})
