import { key, nobody, personalData, type PersonalColumn } from '#personal-data'

const work = ['deliver', 'administer', 'case_documentation', 'rights_handling'] as const
const dialogue: PersonalColumn = {
  holds: 'dialogue',
  for: [...work, 'claims_archive'],
  from: 'enquiry',
  ends: 'R-04',
  says: 'inquiries.we-answer-you',
}
const note: PersonalColumn = { ...dialogue, holds: 'staff', for: ['case_documentation', 'deliver'], from: 'system' }

const read = [...work, 'legal_obligation'] as const
const ledNowhere = `not exists (select 1 from quote q where q.account_id = t.account_id and q.inquiry_id = t.id)
  and not exists (select 1 from sales_order o where o.account_id = t.account_id)`
// What it led to can be claimed from delivery or the last day of payment, whichever is later (promise 2.6-i, R-10).
const lastOfTrade = `(select max(greatest(coalesce(o.delivered_at, o.cancelled_at), (select max(i.due_date)::timestamp from invoice i
    where i.account_id = o.account_id and i.order_id = o.id))) from sales_order o join quote q on q.account_id = o.account_id and q.id = o.quote_id
  where q.account_id = t.account_id and q.inquiry_id = t.id)`

const rights = {
  scope: 'account',
  insert: ['deliver', 'case_documentation'],
  update: ['deliver', 'case_documentation'],
  delete: ['rights_handling', 'legal_obligation'],
  erasure: 'delete',
} as const

export const inquiryData = personalData(
  'core.inquiry',
  {
    account_id: key,
    id: key,
    number: key,
    person_id: key,
    kind: nobody,
    channel: nobody,
    subject: dialogue,
    body: dialogue,
    owner_user_id: note,
    received_at: nobody,
    answered_at: nobody,
    closed_at: nobody,
    outcome: nobody,
    last_message_at: nobody,
  },
  {
    ...rights,
    read,
    person: 'person_id',
    document: 'number',
    archives: {},
    // What led to trade may matter to a claim: from delivery or due date, or the last word if that came later (promise 2.6-i).
    endings: [
      { rule: 'R-04', since: 't.last_message_at', when: ledNowhere },
      { rule: 'R-10', since: `greatest(t.last_message_at, ${lastOfTrade})` },
    ],
  },
)

const inquiryItemData = personalData(
  'core.inquiry_item',
  { account_id: key, inquiry_id: key, line: key, product_id: key, quantity: nobody, wish: dialogue },
  { ...rights, read, through: { table: 'core.inquiry', by: 'inquiry_id' }, archives: {} },
)

const inquiryMessageData = personalData(
  'core.inquiry_message',
  { account_id: key, id: key, inquiry_id: key, direction: nobody, body: dialogue, staff_user_id: note, at: nobody },
  {
    ...rights,
    read,
    through: { table: 'core.inquiry', by: 'inquiry_id' },
    // Working notes are no part of a claim.
    archives: { when: `t.direction <> 'note'` },
    endings: [
      {
        rule: 'R-11',
        since: '(select i.closed_at from inquiry i where i.account_id = t.account_id and i.id = t.inquiry_id)',
        when: `t.direction = 'note'`,
      },
    ],
  },
)

const reviewer: PersonalColumn = { ...note, for: ['case_documentation'], ends: 'R-33', says: 'inquiries.are-reviewed' }

export const caseReviewData = personalData(
  'core.case_review',
  {
    account_id: key,
    id: key,
    inquiry_id: key,
    number: key,
    month: nobody,
    handled_by: reviewer,
    drawn_at: nobody,
    checked_by: reviewer,
    checked_at: nobody,
    finding: nobody,
  },
  {
    scope: 'account',
    read: ['case_documentation', 'legal_obligation'],
    insert: ['case_documentation'],
    update: ['case_documentation'],
    delete: ['legal_obligation'],
    endings: [{ rule: 'R-33', since: 't.drawn_at' }],
  },
)

export const inquiriesTables = [inquiryData, inquiryItemData, inquiryMessageData, caseReviewData]
