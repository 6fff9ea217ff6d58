import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const readers = ['rights_handling', 'legal_obligation', 'administer', 'security'] as const
const transfer: PersonalColumn = {
  holds: 'transfers',
  for: readers,
  from: 'system',
  ends: 'R-26',
  says: 'processors.every-transfer-is-logged',
}
const shown = ['rights_handling', 'legal_obligation'] as const
/** Five years: longer than the transfers, because somebody outside now holds it on their own account. */
const disclosed: PersonalColumn = { ...transfer, for: shown, ends: 'R-26d', says: 'disclosure.is-logged' }
const staff: PersonalColumn = { ...disclosed, holds: 'staff', for: ['legal_obligation'] }

/** Who got something is known at least as long as we have what they got: as long as the person is here, or in the locked archive. */
const stillHere = `(exists (select 1 from person p where p.account_id = t.account_id and p.id = t.person_id)
  or exists (select 1 from archived_person p where p.account_id = t.account_id and p.id = t.person_id))`
const kept = (rule: 'R-26' | 'R-26d', since: string, does?: 'elsewhere') => [
  { rule, since: 'null', when: stillHere, ...(does && { does }) },
  { rule, since, ...(does && { does }) },
]

/** An order may say that the person is not told yet; until that day their own views do not have the row. */
const notYet = `t.withheld_until is not null and t.withheld_until > (now() at time zone 'Europe/Oslo')::date`

export const disclosureTables = [
  personalData(
    'core.transfer',
    {
      account_id: key,
      id: key,
      person_id: key,
      recipient: transfer,
      purpose: transfer,
      fields: transfer,
      ground: transfer,
      at: transfer,
    },
    {
      scope: 'account',
      read: readers,
      insert: 'all',
      update: ['rights_handling'],
      delete: ['legal_obligation'],
      person: 'person_id',
      stops: false,
      erasure: 'detach',
      endings: kept('R-26', 't.at'),
    },
  ),
  personalData(
    'core.counted_transfer',
    { day: key, recipient: key, purpose: key, outcome: key, ground: key, fields: nobody, n: nobody },
    {
      scope: 'local',
      read: ['web_statistics', 'legal_obligation'],
      insert: ['web_statistics'],
      update: ['web_statistics'],
      delete: ['legal_obligation'],
      endings: [{ rule: 'R-26', since: 't.day::timestamp' }],
    },
  ),
  personalData(
    'core.disclosure_case',
    {
      account_id: key,
      id: key,
      person_id: key,
      ground: disclosed,
      recipient_name: disclosed,
      recipient_number: disclosed,
      recipient_country: disclosed,
      recipient_mailbox: disclosed,
      asked_for: disclosed,
      requested_at: disclosed,
      requested_by: staff,
      on_file: disclosed,
      fields: disclosed,
      necessity: disclosed,
      withheld_until: disclosed,
      assessed_at: disclosed,
      assessed_by: staff,
      executed_at: disclosed,
      refused_at: disclosed,
      refused_because: disclosed,
      informed_at: disclosed,
      not_informed_because: disclosed,
      recalled_at: disclosed,
      closed_at: disclosed,
    },
    {
      scope: 'account',
      read: shown,
      insert: ['legal_obligation'],
      update: ['legal_obligation', 'rights_handling'],
      delete: ['legal_obligation'],
      person: 'person_id',
      stops: false,
      erasure: 'detach',
      // With the last of its lines, so that no line stands without the case that it is about.
      endings: kept(
        'R-26d',
        `greatest(t.requested_at, (select max(d.at) from disclosure d where d.account_id = t.account_id and d.case_id = t.id))`,
      ),
      withheld: notYet,
    },
  ),
  personalData(
    'core.disclosure_approval',
    { account_id: key, case_id: key, staff_user_id: staff, at: disclosed },
    {
      scope: 'account',
      read: ['legal_obligation'],
      insert: ['legal_obligation'],
      delete: ['legal_obligation'],
      through: { table: 'core.disclosure_case', by: 'case_id' },
      stops: false,
    },
  ),
  personalData(
    'core.disclosure',
    {
      account_id: key,
      id: key,
      case_id: key,
      person_id: key,
      outcome: disclosed,
      at: disclosed,
      ground: disclosed,
      legal_reference: disclosed,
      recipient_name: disclosed,
      recipient_number: disclosed,
      recipient_country: disclosed,
      fields: disclosed,
      purpose: disclosed,
      necessity: disclosed,
      method: disclosed,
      handed_hash: disclosed,
      evidence_hash: disclosed,
      requested_by: staff,
      approved_by: staff,
      executed_by: staff,
      not_informed_because: disclosed,
      withheld_until: disclosed,
      content_hash: disclosed,
    },
    {
      scope: 'account',
      read: shown,
      insert: ['legal_obligation'],
      person: 'person_id',
      stops: false,
      erasure: 'keep',
      // No role may delete a line; one function in the database does, when its years are over.
      endings: kept('R-26d', 't.at', 'elsewhere'),
      withheld: notYet,
    },
  ),
]
