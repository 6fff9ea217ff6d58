import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const evidence: PersonalColumn = {
  holds: 'evidence',
  for: ['rights_handling', 'legal_obligation'],
  from: 'system',
  ends: 'R-25',
  says: 'retention.the-log-cannot-be-changed',
}

/** Insert only. Erasure destroys salt and body; the commitment stays, and with it every proof. */
export const evidenceTables = [
  personalData(
    'evidence.entry',
    { id: key, at: nobody, kind: nobody, subject: key, commitment: key, salt: evidence, body: evidence },
    {
      scope: 'local',
      read: ['rights_handling', 'legal_obligation'],
      insert: 'all',
      update: ['rights_handling', 'legal_obligation'],
      person: 'subject',
      stops: false,
      erasure: 'detach',
      endings: [
        { rule: 'R-25', since: 't.at', when: 't.subject is not null', does: 'empty' },
        { rule: 'R-32', since: 'null', does: 'elsewhere' },
      ],
    },
  ),
  personalData('evidence.leaf', { leaf_index: key, entry_id: key, leaf_hash: nobody }, { scope: 'local', read: 'all' }),
  personalData(
    'evidence.checkpoint',
    { tree_size: key, root_hash: nobody, at: nobody, signature: nobody },
    { scope: 'local', read: 'all' },
  ),
  personalData(
    'evidence.control_result',
    {
      id: key,
      sentence: nobody,
      control: nobody,
      kind: nobody,
      found: nobody,
      of: nobody,
      measured: nobody,
      state: nobody,
      at: nobody,
      milliseconds: nobody,
    },
    { scope: 'local', read: 'all' },
  ),
  personalData(
    'evidence.attestation',
    {
      id: key,
      sentence: nobody,
      control: nobody,
      word: nobody,
      staff_user_id: { ...evidence, holds: 'staff', for: ['legal_obligation'] },
      given_at: nobody,
      expires_at: nobody,
    },
    {
      scope: 'local',
      read: ['legal_obligation'],
      insert: ['legal_obligation'],
      delete: ['legal_obligation'],
      endings: [{ rule: 'R-25', since: 't.expires_at' }],
    },
  ),
  personalData(
    'evidence.erasure_certificate',
    { id: key, case_id: key, erased: nobody, kept: nobody, residual_found: nobody, searched: nobody, at: nobody },
    {
      scope: 'local',
      read: ['rights_handling', 'legal_obligation'],
      insert: ['rights_handling'],
      delete: ['legal_obligation'],
      endings: [{ rule: 'R-25', since: 't.at' }],
    },
  ),
]
