import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const work = ['deliver', 'administer', 'case_documentation', 'rights_handling'] as const

const contact: PersonalColumn = {
  holds: 'contact',
  // legal_obligation: letters that the law itself demands go out to everybody concerned, whatever stop there is.
  for: [...work, 'marketing', 'legal_obligation'],
  from: 'registration',
  ends: 'R-01',
  says: 'registration.the-eight-fields',
}
const contactForWork: PersonalColumn = { ...contact, for: work }
/** Whoever handles a claim must find the person, also one whose data are restricted: so much and no more. */
const foundByClaims: PersonalColumn = { ...contact, for: [...work, 'marketing', 'legal_obligation'] }
/** Whom a claim for money or goods is about must be known as long as the claim: who it was, and how to reach them. */
const knownToClaims: PersonalColumn = { ...foundByClaims, for: [...foundByClaims.for, 'claims_archive'] }
const company: PersonalColumn = {
  holds: 'company',
  for: [...work, 'invoice', 'legal_obligation', 'marketing'],
  from: 'registration',
  ends: 'R-02',
  says: 'registration.a-sole-proprietor-is-a-person',
}
const origin: PersonalColumn = {
  holds: 'provenance',
  for: ['administer', 'rights_handling', 'legal_obligation'],
  from: 'system',
  ends: 'R-01',
  says: 'registration.every-value-has-a-source',
}

const named =
  '(t.name is not null or t.organisation_number is not null or t.company_address is not null or t.invoice_address is not null)'

const colleagueHas = (column: string) => `exists (select 1 from core.person c where c.account_id = t.account_id
  and c.id is distinct from nullif(current_setting('ordholden.person', true), '')::uuid and lower(c.email) = lower(t.${column}))`

export const accountData = personalData(
  'core.account',
  {
    account_id: key,
    kind: nobody,
    customer_number: nobody,
    name: company,
    organisation_number: company,
    organisation_form: nobody,
    company_address: company,
    invoice_address: company,
    invoice_email: company,
    country: nobody,
    payment_days: nobody,
    created_at: nobody,
    last_active_at: nobody,
    ended_at: nobody,
  },
  {
    scope: 'account',
    read: ['deliver', 'administer', 'case_documentation', 'invoice', 'legal_obligation', 'marketing', 'rights_handling'],
    insert: ['deliver', 'case_documentation'],
    update: ['deliver', 'administer', 'case_documentation', 'rights_handling', 'legal_obligation'],
    // A sole proprietor is their firm; whoever only asked has none. Of a firm whose form nobody has said, `house.owns_firm` asks more.
    ownersOwn: `coalesce(t.organisation_form, 'ENK') = 'ENK'`,
    setsAside: ['name', 'company_address', 'invoice_address', 'invoice_email'],
    // Invoices may go to somebody's own mailbox; who of the company has it is not for the others to see (promise 6-b).
    colleagues: { invoice_email: colleagueHas('invoice_email') },
    // A sole proprietor's firm is a person (R-02e); of a company, the name goes on standing in the documents alone.
    endings: [
      { rule: 'R-02e', since: 't.ended_at', when: `t.organisation_form = 'ENK' and ${named}`, does: 'empty' },
      { rule: 'R-02', since: 't.ended_at', when: named, does: 'empty' },
    ],
  },
)

const relationshipEnded = `(select min(e.ended_at) from relationship_end e where e.account_id = t.account_id and e.person_id = t.id and e.reopened_at is null)`
const archived = (table: string) => `select 1 from archived_${table} x where x.account_id = t.account_id and x.person_id = t.id`

export const personData = personalData(
  'core.person',
  {
    account_id: key,
    id: key,
    first_name: knownToClaims,
    last_name: knownToClaims,
    phone: contactForWork,
    email: knownToClaims,
    job_title: contactForWork,
    workplace: { ...contactForWork, for: [...work, 'claims_archive'] },
    company_address: contactForWork,
    invoice_address: contactForWork,
    language: foundByClaims,
    registered_at: nobody,
    created_at: nobody,
    last_active_at: nobody,
    left_on: nobody,
    version: nobody,
  },
  {
    scope: 'account',
    read: [...work, 'marketing', 'legal_obligation'],
    insert: ['deliver', 'administer', 'case_documentation'],
    update: ['deliver', 'administer', 'case_documentation', 'rights_handling'],
    delete: ['rights_handling', 'legal_obligation'],
    person: 'id',
    byField: ['first_name', 'last_name', 'phone', 'email', 'job_title', 'workplace', 'company_address', 'invoice_address'],
    erasure: 'delete',
    endings: [{ rule: 'R-01', since: relationshipEnded, does: 'elsewhere' }],
    archives: {
      when: `exists (select 1 from inquiry i where i.account_id = t.account_id and i.person_id = t.id) or exists (select 1 from quote q
        where q.account_id = t.account_id and q.person_id = t.id and not exists (select 1 from sales_order o where o.account_id = q.account_id and o.quote_id = q.id))`,
      // With the last of their papers, and no later than three years after the end.
      endings: [
        { rule: 'R-10', since: relationshipEnded, when: `exists (${archived('inquiry')}) or exists (${archived('quote')})` },
        { rule: 'R-01', since: `coalesce(${relationshipEnded}, t.created_at)` },
      ],
    },
  },
)

const provenanceData = personalData(
  'core.provenance',
  { account_id: key, person_id: key, field: key, source: origin, channel: origin, actor: origin, at: nobody },
  {
    scope: 'account',
    read: ['administer', 'rights_handling', 'legal_obligation'],
    insert: 'all',
    update: ['deliver', 'administer', 'case_documentation', 'rights_handling'],
    delete: ['rights_handling', 'legal_obligation'],
    person: 'person_id',
    field: 'field',
    erasure: 'delete',
    goesWith: 'core.person',
  },
)

const statementShownData = personalData(
  'core.statement_shown',
  { account_id: key, id: key, person_id: key, revision: origin, form: origin, at: nobody },
  {
    scope: 'account',
    read: ['administer', 'rights_handling'],
    insert: 'all',
    delete: ['rights_handling', 'legal_obligation'],
    person: 'person_id',
    erasure: 'delete',
    goesWith: 'core.person',
  },
)

const portalLoginData = personalData(
  'core.portal_login',
  { user_id: key, account_id: key, person_id: key, linked_at: nobody },
  {
    scope: 'local',
    read: ['security', 'administer', 'rights_handling'],
    insert: ['security'],
    delete: ['security', 'rights_handling', 'legal_obligation'],
    person: 'person_id',
    stops: false,
    erasure: 'delete',
    goesWith: 'auth.user',
  },
)

const lookUp: PersonalColumn = {
  holds: 'lookups',
  for: ['security', 'administer', 'rights_handling'],
  from: 'system',
  ends: 'R-23',
  says: 'retention.look-ups-are-logged',
}

/** staff_user_id is the colleague's own data: for security alone, so the person sees a role, not a name. */
const readingData = personalData(
  'core.reading',
  {
    account_id: key,
    id: key,
    person_id: key,
    staff_user_id: { ...lookUp, holds: 'staff', for: ['security'] },
    staff_role: lookUp,
    purpose: lookUp,
    subject: lookUp,
    at: nobody,
  },
  {
    scope: 'account',
    read: ['security', 'administer', 'rights_handling', 'legal_obligation'],
    insert: 'all',
    delete: ['rights_handling', 'legal_obligation'],
    person: 'person_id',
    stops: false,
    erasure: 'delete',
    since: 't.at',
  },
)

const insisting: PersonalColumn = {
  holds: 'staff',
  for: ['security', 'administer'],
  from: 'system',
  ends: 'R-16',
  says: 'registration.no-identity-numbers',
}

export const refusedEntryData = personalData(
  'core.refused_entry',
  {
    id: key,
    at: nobody,
    form: nobody,
    field: nobody,
    reason: nobody,
    insisted_by: insisting,
    insisted_why: insisting,
  },
  {
    scope: 'local',
    read: ['security', 'administer'],
    insert: 'all',
    delete: ['legal_obligation'],
    // What somebody answered for is known as long as the text may be there.
    endings: [
      { rule: 'R-16', since: 't.at', when: 't.insisted_by is not null' },
      { rule: 'R-22', since: 't.at' },
    ],
  },
)

const sourceNoticeData = personalData(
  'core.source_notice',
  { account_id: key, person_id: key, source: origin, mail_id: key, how: origin, at: nobody },
  {
    scope: 'account',
    read: ['legal_obligation', 'administer', 'rights_handling'],
    insert: ['legal_obligation'],
    delete: ['legal_obligation', 'rights_handling'],
    person: 'person_id',
    stops: false,
    erasure: 'delete',
    goesWith: 'core.person',
  },
)

export const customersTables = [
  accountData,
  personData,
  provenanceData,
  statementShownData,
  sourceNoticeData,
  portalLoginData,
  readingData,
  refusedEntryData,
]
