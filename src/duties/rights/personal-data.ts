import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

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

export const rightsTables = [
  personalData(
    'core.rights_case',
    {
      account_id: key,
      id: key,
      person_id: key,
      kind: claim,
      channel: claim,
      received_at: claim,
      due_on: claim,
      closed_at: claim,
      outcome: claim,
    },
    {
      scope: 'account',
      read: readers,
      insert: readers,
      update: readers,
      delete: ['legal_obligation'],
      person: 'person_id',
      erasure: 'detach',
      since: 't.closed_at',
    },
  ),
  personalData(
    'core.restriction',
    { account_id: key, id: key, person_id: key, ground: stop, restricted_at: stop, lifted_at: stop },
    {
      scope: 'account',
      read: [...readers, 'administer'],
      insert: readers,
      update: readers,
      delete: readers,
      person: 'person_id',
      stops: false,
      erasure: 'delete',
      since: 't.lifted_at',
    },
  ),
  personalData(
    'core.erasure_search',
    {
      account_id: key,
      case_id: key,
      certificate_id: key,
      erased_at: nobody,
      // Read by no purpose; the search itself is its owner's.
      sought: { ...claim, for: [], ends: 'R-01', says: 'registration.erasure-leaves-nothing', secret: true },
      searched_at: nobody,
      passed_at: nobody,
      tables: nobody,
      columns: nobody,
      rows: nobody,
      files: nobody,
      struck: nobody,
      finds: nobody,
    },
    { scope: 'account', read: ['legal_obligation'], insert: ['rights_handling'] },
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
    },
  ),
]
