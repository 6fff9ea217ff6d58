import { key, nobody, personalData, type Options, type PersonalColumn } from '#personal-data'

const readers = ['rights_handling', 'legal_obligation'] as const
const claim: PersonalColumn = {
  holds: 'rights',
  for: readers,
  from: 'person',
  ends: 'R-24',
  says: 'rights.the-answer-tells-what-happened',
}
const stop: PersonalColumn = {
  holds: 'choices',
  for: [...readers, 'administer'],
  from: 'person',
  ends: 'R-24',
  says: 'registration.restriction-is-obeyed',
}
/** Who of us decided: for the second pair of eyes, not for the person, who is told the role. */
const colleague: PersonalColumn = { ...claim, holds: 'staff', for: ['legal_obligation'], from: 'system' }

const written: Options = { scope: 'account', read: readers, insert: readers, update: readers, delete: readers, stops: false }

/** What hangs on a case belongs to the person of the case. */
const inCase = { ...written, through: { table: 'core.rights_case', by: 'case_id' } } as const

const caseTables = [
  personalData(
    'core.rights_case',
    {
      account_id: key,
      id: key,
      person_id: key,
      number: key,
      kind: claim,
      channel: claim,
      language: nobody,
      identity: claim,
      received_at: claim,
      due_on: claim,
      triage_by: nobody,
      triaged_at: nobody,
      closed_at: claim,
      outcome: claim,
    },
    { ...written, delete: ['legal_obligation'], person: 'person_id', erasure: 'detach', since: 't.closed_at' },
  ),
  personalData(
    'core.rights_message',
    {
      account_id: key,
      id: key,
      case_id: key,
      direction: nobody,
      address: claim,
      subject: claim,
      body: claim,
      at: nobody,
    },
    { ...inCase, erasure: 'delete' },
  ),
  personalData(
    'core.rights_event',
    { account_id: key, id: key, case_id: key, what: claim, by_role: nobody, facts: claim, at: nobody },
    { ...inCase, erasure: 'keep' },
  ),
  personalData(
    'core.rights_link',
    {
      account_id: key,
      id: key,
      token_hash: key,
      proves: key,
      case_id: key,
      purpose: nobody,
      made_at: nobody,
      expires_at: nobody,
      confirmed_at: claim,
    },
    { ...inCase, erasure: 'delete' },
  ),
  personalData(
    'core.rights_decision',
    {
      account_id: key,
      id: key,
      case_id: key,
      act: claim,
      reasons: claim,
      proposed_by: colleague,
      proposed_at: claim,
      approved_by: colleague,
      approved_at: claim,
      told_on: claim,
      takes_effect_on: claim,
    },
    { ...inCase, erasure: 'keep' },
  ),
  personalData(
    'core.rights_pending',
    { account_id: key, id: key, case_id: key, what: claim, since: nobody, done_at: claim },
    { ...inCase, erasure: 'keep' },
  ),
]

export const rightsTables = [
  ...caseTables,
  personalData(
    'core.restriction',
    {
      account_id: key,
      id: key,
      person_id: key,
      case_id: key,
      ground: stop,
      category: stop,
      fields: stop,
      document: key,
      document_number: stop,
      restricted_at: stop,
      lifted_at: stop,
    },
    {
      ...written,
      read: [...readers, 'administer'],
      person: 'person_id',
      erasure: 'delete',
      since: 't.lifted_at',
    },
  ),
  personalData(
    'core.set_aside',
    {
      account_id: key,
      person_id: key,
      field: key,
      value: { ...stop, holds: 'contact', for: readers, ends: 'R-01' },
      since: nobody,
    },
    {
      scope: 'account',
      read: readers,
      insert: ['rights_handling'],
      delete: readers,
      person: 'person_id',
      stops: false,
      erasure: 'delete',
      goesWith: 'core.person',
    },
  ),
  personalData(
    'core.restriction_use',
    {
      account_id: key,
      id: key,
      person_id: key,
      case_id: key,
      exception: { ...claim, holds: 'choices' },
      reason: { ...claim, holds: 'choices' },
      staff_role: claim,
      staff_user_id: colleague,
      at: claim,
    },
    { ...written, delete: ['legal_obligation'], person: 'person_id', erasure: 'detach', since: 't.at' },
  ),
  personalData(
    'core.erasure_search',
    {
      account_id: key,
      case_id: key,
      certificate_id: key,
      erased_at: nobody,
      // The search itself is its owner's: no purpose has a view with this column, and what nobody may read is destroyed in time.
      sought: { ...claim, for: ['rights_handling'], ends: 'R-01', says: 'registration.erasure-leaves-nothing', secret: true },
      searched_at: nobody,
      passed_at: nobody,
      tables: nobody,
      columns: nobody,
      rows: nobody,
      files: nobody,
      struck: nobody,
      finds: nobody,
    },
    {
      scope: 'account',
      read: ['legal_obligation'],
      insert: ['rights_handling'],
      delete: ['legal_obligation'],
      since: 't.erased_at',
    },
  ),
  personalData(
    'core.former_identifier',
    {
      account_id: key,
      id: key,
      person_id: key,
      print: {
        ...claim,
        holds: 'contact',
        for: ['rights_handling'],
        ends: 'R-01',
        says: 'registration.erasure-leaves-nothing',
        secret: true,
      },
      at: nobody,
    },
    {
      scope: 'account',
      read: ['rights_handling'],
      insert: ['administer', 'deliver', 'rights_handling'],
      delete: ['rights_handling', 'legal_obligation'],
      person: 'person_id',
      stops: false,
      erasure: 'delete',
      goesWith: 'core.person',
    },
  ),
]
