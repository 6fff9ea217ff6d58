import { consentEnds } from '#purposes'
import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const readers = ['administer', 'marketing', 'rights_handling', 'case_documentation', 'legal_obligation'] as const
const choice: PersonalColumn = {
  holds: 'choices',
  for: readers,
  from: 'person',
  ends: 'R-14',
  says: 'marketing.consent-can-be-proved',
}
const stop: PersonalColumn = { ...choice, ends: 'R-15', says: 'marketing.no-means-no' }

/** Stops stay visible to whoever must obey them, so no stop hides them; they outlive nothing but their person. */
const rights = {
  scope: 'account',
  read: readers,
  person: 'person_id',
  stops: false,
  erasure: 'delete',
  delete: ['rights_handling', 'legal_obligation'],
} as const

export const consentTables = [
  personalData(
    'core.consent',
    {
      account_id: key,
      id: key,
      person_id: key,
      purpose: choice,
      channel: choice,
      text_shown: choice,
      text_hash: nobody,
      language: nobody,
      statement_revision: nobody,
      source: choice,
      mechanism: choice,
      given_at: choice,
      confirmed_at: choice,
      withdrawn_at: choice,
    },
    // That somebody once said yes, and took it back, must be provable after they are gone (art. 7(1), R-14, section 5.4).
    {
      ...rights,
      insert: ['rights_handling'],
      update: ['rights_handling'],
      delete: ['legal_obligation'],
      erasure: 'keep',
      // A yes that is never taken back is worth two years; one that was never confirmed was none.
      since: `coalesce(t.withdrawn_at, ${consentEnds('t')}, t.given_at)`,
    },
  ),
  personalData(
    'core.objection',
    { account_id: key, id: key, person_id: key, scope: stop, channel: stop, objected_at: stop, lifted_at: stop },
    {
      ...rights,
      insert: ['rights_handling', 'administer'],
      update: ['rights_handling'],
      endings: [
        { rule: 'R-14', since: 't.lifted_at', when: 't.lifted_at is not null' },
        { rule: 'R-15', since: 't.objected_at' },
      ],
    },
  ),
  personalData(
    'core.suppression',
    { address_hash: key, kind: nobody, at: nobody, channel: nobody },
    { scope: 'local', read: ['marketing', 'administer'], insert: ['rights_handling', 'administer'] },
  ),
]
