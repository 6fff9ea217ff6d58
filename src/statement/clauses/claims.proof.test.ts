import { describe } from 'vitest'
import * as contact from './contact.ts'
import * as inquiries from './inquiries.ts'
import { ids, proving } from './proving.ts'
import * as registration from './registration-rights.ts'
import * as rights from './rights.ts'

const { mutation } = proving()
const { account, kari } = ids
const id = '01890000-0000-7000-8000-0000000000c1'

type Differs = Readonly<Record<string, string>>

/** A claim of Kari's that is in order, its timeline with it; give what differs, and what else belongs to the fault. */
function claim(differs: Differs, ...more: readonly string[]): string {
  const filed: Differs = {
    account_id: `'${account}'`,
    id: `'${id}'`,
    person_id: `'${kari}'`,
    number: `'K-2026-00001'`,
    kind: `'access'`,
    channel: `'phone'`,
    received_at: `'2026-11-20T10:00:00Z'`,
    due_on: `'2026-12-20'`,
    ...differs,
  }
  const happened = `insert into core.rights_event values ('${account}', gen_random_uuid(), '${id}', 'received', 'person', '{}', '2026-11-20T10:00:00Z')`
  return [
    `insert into core.rights_case (${Object.keys(filed).join(', ')}) values (${Object.values(filed).join(', ')})`,
    happened,
    ...more,
  ].join(';\n')
}

const event = (what: string) =>
  `insert into core.rights_event values ('${account}', gen_random_uuid(), '${id}', '${what}', 'person', '{}', '2026-11-21T10:00:00Z')`
const decision = (act: string, by: string, told = 'null') =>
  `insert into core.rights_decision values ('${account}', gen_random_uuid(), '${id}', '${act}', '${'fakta '.repeat(10)}', 'siv', '2026-11-21T10:00:00Z', ${by}, '2026-11-21T11:00:00Z', ${told}, ${told})`
const link = (proves: string, expires = `'2026-12-20T10:00:00Z'`) =>
  `insert into core.rights_link values ('${account}', gen_random_uuid(), 'x', ${proves}, '${id}', 'confirm', '2026-11-20T10:00:00Z', ${expires}, '2026-11-20T11:00:00Z')`
const lifted = `insert into core.restriction values ('${account}', gen_random_uuid(), '${kari}', 'accuracy_contested', '2026-11-20T10:00:00Z', '2026-11-23T08:00:00Z', null, '${id}')`
const message = `insert into core.rights_message values ('${account}', gen_random_uuid(), '${id}', 'in', 'kari@fjord.example', null, 'Innsyn', '2026-11-20T10:00:00Z')`

describe('section 7, claims', () => {
  mutation(
    rights.answeredInTime,
    'we were reminded',
    'a claim waits and the reminder is skipped',
    claim({ received_at: `'2026-11-10T10:00:00Z'`, due_on: `'2026-12-10'` }),
  )
  mutation(
    rights.identity,
    'nothing was handed out without it',
    'a link that went to a stranger opens the package',
    claim({}, link('null'), event('downloaded')),
  )
  mutation(
    rights.delivery,
    'no link lives longer',
    'a link is made for a year',
    claim({}, link(`'${kari}'`, `'2027-11-20T10:00:00Z'`)),
  )
  mutation(
    rights.noAbuseExcuse,
    'no refusal by one alone',
    'the one who proposed it approves it',
    claim({}, decision('refuse', `'siv'`)),
  )
  mutation(
    rights.noAbuseExcuse,
    'no refusal by one alone',
    'a claim is refused without a decision',
    claim({ closed_at: `'2026-11-21T10:00:00Z'`, outcome: `'{"answer":"refused"}'` }),
  )
})

describe('section 2.1, restriction and the authority', () => {
  mutation(
    registration.restrictionIsObeyed,
    'no restriction was lifted unannounced',
    'it is lifted without a word',
    claim({}, lifted),
  )
  mutation(
    registration.restrictionIsObeyed,
    'no restriction was lifted unannounced',
    'the person was told the working day before',
    claim({}, lifted, decision('lift', `'siv'`, `'2026-11-20'`)),
  )
  mutation(
    registration.restrictionIsObeyed,
    'contested and objected is restricted',
    'a contested value stays in use',
    claim({ kind: `'rectification'` }),
  )
  mutation(
    registration.caseForTheAuthority,
    'each case has its timeline',
    'the answer is not noted',
    claim({ closed_at: `'2026-11-21T10:00:00Z'`, outcome: `'{"answer":"answered"}'` }),
  )
})

describe('sections 9 and 2.6, mail in', () => {
  mutation(
    contact.aRealMailbox,
    'each was read in time',
    'nobody reads it for three working days',
    claim({ kind: `'unclear'`, received_at: `'2026-11-17T10:00:00Z'`, due_on: `'2026-12-17'`, triage_by: `'2026-11-19'` }),
  )
  mutation(
    contact.aRealMailbox,
    'the daily probe came through',
    'the mailbox is not read any more',
    `insert into core.mail_probe values (gen_random_uuid(), '2026-11-21T05:10:00Z', null)`,
  )
  mutation(contact.acknowledged, 'each request got a receipt', 'no receipt is sent', claim({ channel: `'email'` }, message))
  mutation(
    inquiries.reviewed,
    'each sample was read by another',
    'the handler reads their own case',
    `insert into core.case_review values ('${account}', gen_random_uuid(), '${ids.inquiry}', 'F-2026-00001', '2026-10-01', 'siv', '2026-11-01T04:15:00Z', 'siv', '2026-11-02T08:00:00Z', 'only what is necessary')`,
  )
  mutation(
    inquiries.reviewed,
    'a sample was drawn',
    'the lot is not drawn any more',
    `insert into core.case_review values ('${account}', gen_random_uuid(), gen_random_uuid(), 'F-2026-00009', '2026-09-01', 'siv', '2026-10-01T04:15:00Z', 'ingrid', '2026-10-02T08:00:00Z', 'only what is necessary');
     update core.inquiry set closed_at = '2026-10-20T10:00:00Z'`,
  )
  mutation(
    inquiries.noShadowCopies,
    'no original outlived its time',
    'originals are left in the mailbox',
    `insert into core.mail_intake values ('x', 'INBOX', 'claim', '2026-10-01T10:00:00Z', '2026-10-01T10:05:00Z', null)`,
  )
})
