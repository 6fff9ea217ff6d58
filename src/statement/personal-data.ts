import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const notice: PersonalColumn = {
  holds: 'messages',
  for: ['legal_obligation', 'administer', 'rights_handling'],
  from: 'system',
  ends: 'R-16',
  says: 'revisions.changes-are-visible',
}

export const statementTables = [
  personalData(
    'core.statement_revision',
    {
      revision: key,
      effective_on: nobody,
      content_hash: nobody,
      texts: nobody,
      terms: nobody,
      kind: nobody,
      published_at: nobody,
      kinds: nobody,
      summary: nobody,
      settings: nobody,
      hurried_because: nobody,
    },
    { scope: 'reference', read: 'all', insert: ['legal_obligation'] },
  ),
  personalData(
    'core.statement_draft',
    {
      one: key,
      settings: nobody,
      kinds: nobody,
      summary: nobody,
      effective_on: nobody,
      hurried_because: nobody,
      changed_at: nobody,
    },
    {
      scope: 'local',
      read: ['legal_obligation'],
      insert: ['legal_obligation'],
      update: ['legal_obligation'],
      delete: ['legal_obligation'],
    },
  ),
  personalData(
    'core.revision_notice',
    { account_id: key, person_id: key, revision: key, mail_id: key, at: notice },
    {
      scope: 'account',
      read: ['legal_obligation', 'administer', 'rights_handling'],
      insert: ['legal_obligation'],
      delete: ['legal_obligation', 'rights_handling'],
      person: 'person_id',
      stops: false,
      erasure: 'delete',
      since: 't.at',
    },
  ),
]
