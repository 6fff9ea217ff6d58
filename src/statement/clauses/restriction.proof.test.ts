import { describe } from 'vitest'
import { ids, proving } from './proving.ts'
import { restrictionIsObeyed } from './restriction.ts'
import { recipientsAreTold } from './suppliers.ts'

const { mutation } = proving()
const { account, kari, inquiry } = ids
const when = '2026-11-20T10:00:00Z'

const of = (part: string) =>
  `insert into core.restriction (account_id, id, person_id, ground, fields, document, restricted_at)
    values ('${account}', gen_random_uuid(), '${kari}', 'unlawful_keep', ${part}, '${when}')`

const handedOut = `insert into core.disclosure_case (account_id, id, person_id, ground, recipient_name, recipient_country, recipient_mailbox, asked_for, requested_at, requested_by, executed_at)
  values ('${account}', '01890000-0000-7000-8000-0000000000d1', '${kari}', 'subject_consent', 'Flyt Transport AS', 'NO', 'post@flyt.example', 'x', '2026-11-01T10:00:00Z', 'siv', '2026-11-02T10:00:00Z')`
const restricted = (lifted: string) =>
  `insert into core.restriction (account_id, id, person_id, ground, case_id, restricted_at, lifted_at)
    values ('${account}', gen_random_uuid(), '${kari}', 'unlawful_keep', gen_random_uuid(), '${when}', ${lifted})`
const toldOf = (word: string) =>
  `insert into core.mail (account_id, id, kind, purpose, to_address, subject, body, queued_at)
    values ('${account}', gen_random_uuid(), 'disclosure notice', 'legal_obligation', 'post@flyt.example', 'x', 'sak 01890000-0000-7000-8000-0000000000d1 er ${word}', '2026-11-22T10:00:00Z')`

describe('section 5, whoever was handed something', () => {
  mutation(
    recipientsAreTold,
    'whoever it was disclosed to was told',
    'no letter goes out',
    [handedOut, restricted('null')].join(';'),
  )
  mutation(
    recipientsAreTold,
    'whoever it was disclosed to was told',
    'they hear of the restriction and not of its lifting',
    [handedOut, restricted(`'2026-11-21T10:00:00Z'`), toldOf('begrenset')].join(';'),
  )
})

describe('section 2.1, a part that is restricted', () => {
  mutation(
    restrictionIsObeyed,
    'a restricted value is out of reach',
    'the value is left in the person’s row',
    of(`array['email'], null`).replace(when, '2026-11-21T10:00:00Z'),
  )
  mutation(
    restrictionIsObeyed,
    'a restricted value is out of reach',
    'it is not put back when the restriction is lifted',
    `insert into core.set_aside values ('${account}', '${kari}', 'phone', '+47 90 00 00 01', '${when}')`,
  )
  mutation(
    restrictionIsObeyed,
    'a restricted value is out of reach',
    'sales may read what is set aside',
    `grant select on core.set_aside to ordholden_deliver`,
  )
  mutation(
    restrictionIsObeyed,
    'a restricted paper is hidden with its parts',
    'the view of what was written forgets to ask',
    `${of(`null, '${inquiry}'`)}; drop view deliver.inquiry_message; create view deliver.inquiry_message as select * from core.inquiry_message`,
  )
  mutation(
    restrictionIsObeyed,
    'no restriction was lifted unannounced',
    'it is lifted by us in the person’s name',
    `insert into core.rights_case (account_id, id, person_id, kind, channel, received_at, due_on)
       values ('${account}', '01890000-0000-7000-8000-0000000000c2', '${kari}', 'restriction', 'my_page', '${when}', '2026-12-20');
     insert into core.restriction (account_id, id, person_id, ground, case_id, restricted_at, lifted_at)
       values ('${account}', gen_random_uuid(), '${kari}', 'unlawful_keep', '01890000-0000-7000-8000-0000000000c2', '${when}', '2026-11-23T08:00:00Z');
     insert into core.rights_event values ('${account}', gen_random_uuid(), '01890000-0000-7000-8000-0000000000c2', 'restriction lifted', 'system', '{}', '2026-11-23T08:00:00Z')`,
  )
})
