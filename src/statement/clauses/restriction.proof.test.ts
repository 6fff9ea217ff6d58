import { describe } from 'vitest'
import { ids, letter, proving } from './proving.ts'
import { restrictionIsObeyed } from './restriction.ts'
import { recipientsAreTold } from './recipients-told.ts'

const { mutation, spares } = proving()
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
    'no letter goes out to whoever got it under silence',
    [handedOut, `update core.disclosure_case set withheld_until = '2027-06-01'`, restricted('null')].join(';'),
  )
  mutation(
    recipientsAreTold,
    'whoever it was disclosed to was told',
    'they hear of the restriction and not of its lifting',
    [handedOut, restricted(`'2026-11-21T10:00:00Z'`), toldOf('begrenset')].join(';'),
  )
})

describe('section 5, whoever holds everybody’s data', () => {
  const control = 'whoever runs our machines was told'
  const begun = `update house.migration set applied_at = '2026-11-01'; update core.recipient set active_at = '2026-01-01' where id = 'bitpro'`
  const told = (kind: string) => `insert into core.instruction (account_id, id, person_id, recipient, kind, queued_at)
    values ('${account}', gen_random_uuid(), '${kari}', 'bitpro', '${kind}', '${when}')`
  mutation(recipientsAreTold, control, 'only the log of transfers is asked', `${begun}; ${restricted('null')}`)
  mutation(
    recipientsAreTold,
    control,
    'they hear of the restriction and not of its lifting',
    `${begun}; ${restricted(`'2026-11-21T10:00:00Z'`)}; ${told('restriction')}`,
  )
  spares(recipientsAreTold, control, 'whoever was told', `${begun}; ${restricted('null')}; ${told('restriction')}`)
})

describe('section 5, what exactly is told of', () => {
  const control = 'told exactly what is restricted'
  const asked = (scope: string, at = when) =>
    `update house.migration set applied_at = '2026-11-01'; insert into core.instruction (account_id, id, person_id, recipient, kind, scope, queued_at)
       values ('${account}', gen_random_uuid(), '${kari}', 'bitpro', 'restriction', ${scope}, '${at}')`
  const phone = of(`array['phone'], null`)
  mutation(recipientsAreTold, control, 'they are told of everything', `${phone}; ${asked('null')}`)
  mutation(recipientsAreTold, control, 'they are told of another value', `${phone}; ${asked(`'{"fields":["person.email"]}'`)}`)
  mutation(
    recipientsAreTold,
    control,
    'they are told of one paper where it is everything',
    `${of('null, null')}; ${asked(`'{"document":"F-1"}'`)}`,
  )
  mutation(recipientsAreTold, control, 'they are told of nothing of the paper', `${of(`null, '${inquiry}'`)}; ${asked('null')}`)
  mutation(
    recipientsAreTold,
    control,
    'they are told of a kind where it is one value',
    `${phone}; ${asked(`'{"category":"trade"}'`)}`,
  )
  spares(recipientsAreTold, control, 'the very value', `${phone}; ${asked(`'{"fields":["person.phone"]}'`)}`)
  spares(recipientsAreTold, control, 'what was asked another day', `${phone}; ${asked('null', '2026-11-21T10:00:00Z')}`)
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
  const proprietor = `update core.account set organisation_form = 'ENK', name = 'Nordmanns Kopper'`
  const aside = (field: string, value: string) =>
    `${of(`array['${field}'], null`)}; update core.person set ${field} = null where id = '${kari}'; insert into core.set_aside values ('${account}', '${kari}', '${field}', '${value}', '${when}')`
  mutation(
    restrictionIsObeyed,
    'a restricted value is out of reach',
    'her name is left on her own firm',
    `${proprietor}; ${aside('last_name', 'Nordmann')}`,
  )
  mutation(
    restrictionIsObeyed,
    'a restricted value is out of reach',
    'it is left there because nobody said that the firm is an ENK',
    `${proprietor.replace("'ENK'", 'null')}; ${aside('last_name', 'Nordmann')}`,
  )
  spares(
    restrictionIsObeyed,
    'a restricted value is out of reach',
    'a firm that is set aside too',
    `${proprietor}; ${aside('last_name', 'Nordmann')}; update core.account set name = null;
     insert into core.set_aside values ('${account}', '${kari}', 'last_name@name', 'Nordmanns Kopper', '${when}')`,
  )
  spares(
    restrictionIsObeyed,
    'a restricted value is out of reach',
    'a company that bears her name',
    `update core.account set name = 'Nordmann AS'; ${aside('last_name', 'Nordmann')}`,
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
})

describe('section 2.1, whoever is recorded twice', () => {
  const control = 'everything is every record'
  const herself = restricted('null')
  const elsewhere = (name: string, created: string) =>
    `insert into core.account (account_id, kind, customer_number, name, organisation_form, created_at, last_active_at)
       values ('01890000-0000-7000-8000-0000000000b1', 'customer', 10009, 'Nordmann Keramikk', 'ENK', '${when}', '${when}');
     insert into core.person (account_id, id, first_name, last_name, email, language, created_at, last_active_at)
       values ('01890000-0000-7000-8000-0000000000b1', '01890000-0000-7000-8000-0000000000b2', '${name}', 'Nordmann', 'Kari@fjord.example', 'nb', '${created}', '${when}')`
  mutation(restrictionIsObeyed, control, 'her own firm is forgotten', `${elsewhere('Kari', '2026-11-01')}; ${herself}`)
  mutation(
    restrictionIsObeyed,
    control,
    'only a value is left alone there',
    `${elsewhere('Kari', '2026-11-01')}; ${herself};
     insert into core.restriction (account_id, id, person_id, ground, fields, restricted_at)
       values ('01890000-0000-7000-8000-0000000000b1', gen_random_uuid(), '01890000-0000-7000-8000-0000000000b2', 'unlawful_keep', array['phone'], '${when}')`,
  )
  spares(restrictionIsObeyed, control, 'whoever shares her mailbox', `${elsewhere('Ola', '2026-11-01')}; ${herself}`)
  spares(restrictionIsObeyed, control, 'what she asked afterwards', `${elsewhere('Kari', '2026-11-22')}; ${herself}`)
})

/** A restriction of Kari's whose case is there, lifted the next working morning; and what its case says of that. */
const liftedIn = (of: string, ...events: readonly string[]) =>
  [
    `insert into core.rights_case (account_id, id, person_id, kind, channel, received_at, due_on)
       values ('${account}', '${of}', '${kari}', 'restriction', 'my_page', '${when}', '2026-12-20')`,
    `insert into core.restriction (account_id, id, person_id, ground, case_id, restricted_at, lifted_at)
       values ('${account}', gen_random_uuid(), '${kari}', 'unlawful_keep', '${of}', '${when}', '2026-11-23T08:00:00Z')`,
    ...events.map((event) => `insert into core.rights_event values ('${account}', gen_random_uuid(), '${of}', ${event})`),
  ].join(';')
const sak = '01890000-0000-7000-8000-0000000000c2'
const byHer = `'restriction lifted', 'person', '{}', '2026-11-23T08:00:00Z'`
const restored = `'lifted again', 'system', '{}', '2026-11-23T08:00:00Z'`

describe('section 2.1, a restriction that is lifted', () => {
  const control = 'no restriction was lifted unannounced'
  mutation(restrictionIsObeyed, control, 'we lift it and say nothing', liftedIn(sak))
  mutation(
    restrictionIsObeyed,
    control,
    'it is lifted by us in the person’s name',
    liftedIn(sak, byHer.replace('person', 'system')),
  )
  mutation(
    restrictionIsObeyed,
    control,
    'she lifted it once, and we another time',
    liftedIn(sak, byHer.replace('23T08', '21T08')),
  )
  mutation(
    restrictionIsObeyed,
    control,
    'a restore is put forward for what staff did',
    liftedIn(sak, restored.replace('system', 'staff')),
  )
  mutation(
    restrictionIsObeyed,
    control,
    'a restore is put forward for another moment',
    liftedIn(sak, restored.replace('23T08', '22T08')),
  )
  mutation(
    restrictionIsObeyed,
    control,
    'the case that is there is another one’s',
    liftedIn(sak)
      .replace(`'unlawful_keep', '${sak}'`, `'unlawful_keep', '01890000-0000-7000-8000-0000000000c3'`)
      .replace(`'${sak}', '${kari}'`, `'01890000-0000-7000-8000-0000000000c3', null`),
  )
  spares(restrictionIsObeyed, control, 'what she lifts herself', liftedIn(sak, byHer))
  spares(restrictionIsObeyed, control, 'what a restore lifts again from the ledger', liftedIn(sak, restored))
  spares(
    restrictionIsObeyed,
    control,
    'a case whose five years are over',
    `${liftedIn(sak)}; delete from core.rights_case where id = '${sak}'`,
  )
})

describe('section 2.1, nothing is written about whoever is restricted', () => {
  const control = 'no purpose writes about the restricted'
  const all = of('null, null')
  mutation(restrictionIsObeyed, control, 'one table has no guard', 'alter table core.inquiry disable row level security')
  mutation(restrictionIsObeyed, control, 'one purpose has none', `drop policy "deliver: insert, restricted" on core.quote`)
  mutation(
    restrictionIsObeyed,
    control,
    'a guard asks nothing',
    `alter policy "administer: update, restricted" on core.person with check (true)`,
  )
  mutation(restrictionIsObeyed, control, 'sales write to her', `${all}; ${letter()}`)
  mutation(
    restrictionIsObeyed,
    control,
    'staff correct her',
    `${all}; update core.provenance set at = '2026-11-22T10:00:00Z', actor = 'staff' where field = 'email'`,
  )
  mutation(
    restrictionIsObeyed,
    control,
    'an inquiry is filed',
    `${all}; update core.inquiry set received_at = '2026-11-22T10:00:00Z'`,
  )
  mutation(
    restrictionIsObeyed,
    control,
    'a note is written',
    `${all.replace(when, '2026-11-22T10:00:00Z')}; insert into core.inquiry_message values ('${account}', gen_random_uuid(), '${inquiry}', 'note', 'Ringt', 'siv', '2026-11-22T11:00:00Z')`,
  )
  mutation(
    restrictionIsObeyed,
    control,
    'a quote is begun',
    `${all}; insert into core.quote (account_id, id, number, person_id, currency, created_at) values ('${account}', gen_random_uuid(), 'T-2026-00009', '${kari}', 'NOK', '2026-11-22T11:00:00Z')`,
  )
  const late = all.replace(when, '2026-11-22T10:00:00Z')
  spares(restrictionIsObeyed, control, 'a letter that the law demands', `${late}; ${letter({ purpose: `'legal_obligation'` })}`)
  spares(
    restrictionIsObeyed,
    control,
    'what she corrects herself',
    `${late}; update core.provenance set at = '2026-11-22T11:00:00Z' where field = 'email'`,
  )
})
