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
  { ...rights, read: [...work, 'claims_archive'], person: 'person_id', since: 't.last_message_at' },
)

export const inquiryItemData = personalData(
  'core.inquiry_item',
  { account_id: key, inquiry_id: key, line: key, product_id: key, quantity: nobody, wish: dialogue },
  { ...rights, read: [...work, 'claims_archive'], through: { table: 'core.inquiry', by: 'inquiry_id' } },
)

export const inquiryMessageData = personalData(
  'core.inquiry_message',
  { account_id: key, id: key, inquiry_id: key, direction: nobody, body: dialogue, staff_user_id: note, at: nobody },
  { ...rights, read: [...work, 'claims_archive'], through: { table: 'core.inquiry', by: 'inquiry_id' }, since: 't.at' },
)

export const inquiriesTables = [inquiryData, inquiryItemData, inquiryMessageData]
