import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const officers = ['legal_obligation', 'security'] as const
const affected: PersonalColumn = {
  holds: 'security',
  for: [...officers, 'rights_handling'],
  from: 'system',
  ends: 'R-27p',
  says: 'retention.breaches-are-reported',
}
const staff: PersonalColumn = { ...affected, holds: 'staff', for: officers }
const rights = { read: officers, insert: officers, update: officers, delete: ['legal_obligation'] } as const
const closed = '(select b.closed_at from breach b where b.id = t.breach_id)'

export const breachTables = [
  personalData(
    'core.breach',
    {
      id: key,
      number: nobody,
      aware_at: nobody,
      found_by: nobody,
      supplier: nobody,
      began_at: nobody,
      ended_at: nobody,
      cause: nobody,
      kinds: nobody,
      what: nobody,
      estimated_persons: nobody,
      data_now: nobody,
      consequences: nobody,
      measures: nobody,
      harm: nobody,
      not_notified_because: nobody,
      told_nb: nobody,
      told_en: nobody,
      not_told_because: nobody,
      registered_at: nobody,
      registered_by: { ...staff, ends: 'R-27' },
      closed_at: nobody,
    },
    {
      scope: 'local',
      ...rights,
      // Whoever asks for everything about themselves is told how long their row of it is kept: that counts from here.
      read: [...officers, 'rights_handling'],
      endings: [{ rule: 'R-27', since: 't.closed_at' }],
    },
  ),
  personalData(
    'core.breach_notice',
    { breach_id: key, stage: key, content: nobody, complete: nobody, late_because: nobody, reference: nobody, sent_at: nobody },
    { scope: 'local', ...rights, goesWith: 'core.breach' },
  ),
  personalData(
    'core.breach_scope',
    {
      id: key,
      breach_id: key,
      source: nobody,
      from_at: nobody,
      until_at: nobody,
      staff_user_id: staff,
      recipient: nobody,
      about_table: nobody,
      persons: nobody,
      drawn_at: nobody,
    },
    { scope: 'local', ...rights, endings: [{ rule: 'R-27p', since: closed }] },
  ),
  personalData(
    'core.breach_person',
    { account_id: key, breach_id: key, person_id: key, categories: affected, told_at: affected },
    {
      scope: 'account',
      ...rights,
      read: [...officers, 'rights_handling'],
      delete: ['legal_obligation', 'rights_handling'],
      person: 'person_id',
      stops: false,
      erasure: 'delete',
      endings: [{ rule: 'R-27p', since: closed }],
    },
  ),
]
