import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const register = { scope: 'reference', read: 'all', insert: ['legal_obligation'], update: ['legal_obligation'] } as const
const staff: PersonalColumn = {
  holds: 'staff',
  for: ['legal_obligation'],
  from: 'staff',
  ends: 'R-34',
  says: 'processors.agreement-first',
}
const readers = ['rights_handling', 'legal_obligation'] as const
const told: PersonalColumn = {
  holds: 'transfers',
  for: readers,
  from: 'system',
  ends: 'R-26',
  says: 'processors.recipients-are-told',
}
/** Lives until the last supplier has answered, and 90 days at most. */
const whom: PersonalColumn = { ...told, ends: 'R-26i', says: 'processors.what-names-you-goes' }

/** An instruction waits for its answer, or for the day when what is kept by law is to go. */
const stillAsked = `exists (select 1 from instruction i where i.recipient = t.id and (i.answered_at is null or (i.keeps_until is not null
  and not exists (select 1 from instruction s where s.account_id = i.account_id and s.follows = i.id))))`

/** What shows that they were to be trusted is kept as long as they are, and three years more. */
const agreementEnded = '(select r.ended_at from recipient r where r.id = t.recipient)'

export const processorsTables = [
  personalData(
    'core.recipient',
    {
      id: key,
      name: nobody,
      role: nobody,
      does_nb: nobody,
      does_en: nobody,
      asks_nb: nobody,
      asks_en: nobody,
      purposes: nobody,
      essential: nobody,
      ground: nobody,
      location: nobody,
      transfer_ground: nobody,
      holds: nobody,
      known_by: nobody,
      cannot_follow: nobody,
      reached_by: nobody,
      webhook_to: nobody,
      webhook_version: nobody,
      mailbox: nobody,
      announced_at: nobody,
      active_at: nobody,
      ended_at: nobody,
    },
    {
      ...register,
      // Where its people are reached goes; that there was such a supplier stands as long as anybody may ask who got something.
      endings: [
        {
          rule: 'R-34',
          since: 't.ended_at',
          when: `(t.mailbox is not null or t.webhook_to is not null) and not ${stillAsked}`,
          does: 'empty',
          says: `reached_by = 'nothing', mailbox = null, webhook_to = null`,
        },
      ],
    },
  ),
  personalData(
    'core.recipient_field',
    { recipient: key, field: key, reason: nobody },
    { ...register, delete: ['legal_obligation'] },
  ),
  personalData(
    'core.recipient_agreement',
    {
      recipient: key,
      id: key,
      document_name: nobody,
      document_hash: nobody,
      covers: nobody,
      breach_notice_hours: nobody,
      signed_on: nobody,
      ends_on: nobody,
    },
    register,
  ),
  personalData(
    'core.recipient_review',
    { recipient: key, id: key, reviewed_on: nobody, next_on: nobody, found: nobody, staff_user_id: staff },
    { ...register, update: [], delete: ['legal_obligation'], endings: [{ rule: 'R-34', since: agreementEnded }] },
  ),
  personalData(
    'core.recipient_confirmation',
    {
      recipient: key,
      id: key,
      confirms: nobody,
      document_name: nobody,
      confirmed_on: nobody,
      backup_policy: nobody,
      staff_user_id: staff,
    },
    {
      ...register,
      update: [],
      delete: ['legal_obligation'],
      endings: [{ rule: 'R-34', since: agreementEnded }],
    },
  ),
  personalData(
    'core.recipient_exemption',
    { recipient: key, id: key, data_class: nobody, statute: nobody, section: nobody, holder: nobody, rule: nobody },
    { ...register, update: [] },
  ),
  personalData(
    'core.sub_processor',
    {
      recipient: key,
      id: key,
      name: nobody,
      does: nobody,
      location: nobody,
      transfer_ground: nobody,
      told_on: nobody,
      effective_on: nobody,
      objected_on: nobody,
      ended_on: nobody,
    },
    register,
  ),
  personalData(
    'core.refused_transfer',
    { id: key, at: nobody, recipient: nobody, purpose: nobody, fields: nobody, why: nobody },
    {
      scope: 'local',
      read: ['legal_obligation', 'security'],
      insert: 'all',
      delete: ['legal_obligation'],
      endings: [{ rule: 'R-26', since: 't.at' }],
    },
  ),
  personalData(
    'core.webhook_received',
    { recipient: key, webhook_id: key, at: nobody, outcome: nobody },
    { scope: 'local', read: ['legal_obligation'], insert: ['legal_obligation'] },
  ),
  personalData(
    'core.instruction',
    {
      account_id: key,
      id: key,
      person_id: key,
      recipient: told,
      kind: told,
      field: told,
      scope: told,
      subject_id: key,
      follows: key,
      queued_at: told,
      sent_at: told,
      failed_at: nobody,
      failure: nobody,
      reminded_at: nobody,
      escalated_at: nobody,
      overdue_at: nobody,
      told_at: told,
      told_mail_id: nobody,
      answered_at: told,
      answer: told,
      answered_by: nobody,
      done_on: told,
      sub_processors: told,
      backups_lapse_on: told,
      backup_policy: told,
      data_class: told,
      statute: told,
      section: told,
      holder: told,
      keeps_until: told,
      token_hash: nobody,
    },
    {
      scope: 'account',
      read: readers,
      insert: readers,
      update: readers,
      delete: ['legal_obligation'],
      person: 'person_id',
      stops: false,
      erasure: 'detach',
      // What a supplier keeps by law is asked for when its day has come (promise 2.6-h), so until then the asking is not over.
      since: 'greatest(t.queued_at, t.answered_at, t.keeps_until::timestamp)',
    },
  ),
  personalData(
    'core.instruction_subject',
    { account_id: key, id: key, person_id: key, identifiers: whom, tell_to: whom, language: nobody, created_at: nobody },
    {
      scope: 'account',
      read: readers,
      insert: readers,
      delete: ['legal_obligation'],
      person: 'person_id',
      stops: false,
      erasure: 'keep',
      since: 't.created_at',
    },
  ),
]
