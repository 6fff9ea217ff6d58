import { describe } from 'vitest'
import * as cookies from './cookies.ts'
import * as inquiries from './inquiries.ts'
import * as marketing from './marketing.ts'
import { consent, ids, letter, proving, transfer } from './proving.ts'
import * as purposes from './purposes.ts'

const { mutation } = proving()
const { account, kari } = ids
const advertisement = letter({ purpose: `'marketing'` })
const objection = (scope: string) =>
  `insert into core.objection values ('${account}', gen_random_uuid(), '${kari}', '${scope}', 'my_page', '2026-11-22T08:00:00Z', null)`

describe('section 2.2, what we use the data for', () => {
  mutation(
    purposes.closedPurposes,
    'roles and uses are in the set',
    'a letter has a purpose of its own',
    letter({ purpose: `'curiosity'` }),
  )
  mutation(
    purposes.deliverAndAdminister,
    'delivery sees no more than it needs',
    'delivery gets a view of payments',
    'create view deliver.payment as select * from core.payment',
  )
  mutation(
    purposes.oneReminder,
    'nobody was reminded twice',
    'a second reminder is sent',
    `${letter({ kind: `'quote reminder'` })}; ${letter({ kind: `'quote reminder'` })}`,
  )
  mutation(
    purposes.invoicesNameNobody,
    'no contact is named on an invoice',
    'the name is printed as reference',
    `update core.invoice set buyer_reference = 'Kari Nordmann' where number = 1`,
  )
  mutation(
    purposes.samePriceForAll,
    'prices know no customer',
    'prices are set per customer',
    'alter table core.price_tier add column account_id uuid',
  )
  mutation(
    purposes.trendsSeeNobody,
    'trends have no rows about persons',
    'trends get a view of orders',
    'create view trend.sales_order as select * from core.sales_order',
  )
  mutation(purposes.noSurveys, 'no survey was sent or stored', 'a survey is sent', letter({ purpose: `'survey'` }))
  mutation(
    purposes.noAutomatedDecisions,
    'no column for scores or age',
    'a credit score is kept',
    'alter table core.account add column credit_score integer',
  )
})

describe('section 2.4, cookies', () => {
  mutation(
    cookies.notReused,
    'only security sees sessions',
    'marketing is granted the sessions',
    'grant select ("userId") on auth.session to ordholden_marketing',
  )
  mutation(
    cookies.opaqueValues,
    'session tokens are random',
    'the token holds the address',
    `update auth.session set token = 'siv-at-ntcprofil-20261123'`,
  )
  mutation(
    cookies.internalOnly,
    'no session was handed on',
    'a token is handed on',
    transfer({ fields: `array['auth.session.token']` }),
  )
})

describe('section 2.5, marketing', () => {
  mutation(marketing.noneToday, 'no advertising has been sent', 'an advertisement is sent', advertisement)
  mutation(
    marketing.closedChannels,
    'no permission for another channel',
    'somebody agrees to be called',
    consent({ channel: `'phone'` }),
  )
  mutation(
    marketing.onlyYourOwnAddress,
    'no advertising to an address from others',
    'it goes to an address a colleague gave',
    `update core.provenance set actor = 'colleague'; ${advertisement}`,
  )
  mutation(
    marketing.yesFirst,
    'marketing sees nobody without a yes',
    'the view is loosened',
    'drop view marketing.person; create view marketing.person as select * from core.person',
  )
  mutation(
    marketing.yesFirst,
    'marketing sees nobody without a yes',
    'the view takes a yes from three years ago',
    `${consent({ given_at: `'2023-11-22T10:00:00Z'`, confirmed_at: `'2023-11-22T10:05:00Z'` })};
     drop view marketing.person; create view marketing.person as select p.* from core.person p join core.consent c on c.person_id = p.id where c.withdrawn_at is null`,
  )
  mutation(marketing.yesFirst, 'nothing was sent without a yes', 'it is sent all the same', advertisement)
  mutation(
    marketing.yesFirst,
    'nothing was sent without a yes',
    'the yes was three years old',
    `${consent({ given_at: `'2023-11-22T10:00:00Z'`, confirmed_at: `'2023-11-22T10:05:00Z'` })}; ${advertisement}`,
  )
  mutation(
    marketing.noMeansNo,
    'marketing sees nobody who said no',
    'the view forgets the no',
    `${objection('marketing')}; drop view marketing.person; create view marketing.person as select * from core.person`,
  )
  mutation(
    marketing.noMeansNo,
    'marketing sees nobody who said no',
    'her no is heard in one of her two relationships',
    `insert into core.account (account_id, kind, customer_number, name, created_at, last_active_at)
       values ('01890000-0000-7000-8000-0000000000b1', 'customer', 10009, 'Kari Nordmann', '2026-11-01', '2026-11-01');
     insert into core.person (account_id, id, first_name, last_name, email, language, created_at, last_active_at)
       values ('01890000-0000-7000-8000-0000000000b1', '01890000-0000-7000-8000-0000000000b2', 'Kari', 'Nordmann', 'kari@fjord.example', 'nb', '2026-11-01', '2026-11-01');
     ${consent()};
     insert into core.objection values ('01890000-0000-7000-8000-0000000000b1', gen_random_uuid(), '01890000-0000-7000-8000-0000000000b2', 'marketing', 'my_page', '2026-11-22T08:00:00Z', null)`,
  )
  mutation(marketing.noOutlivesEverything, 'each no has its print', 'the no leaves none', objection('marketing'))
  mutation(
    marketing.noOutlivesEverything,
    'the list cannot be emptied by those who send',
    'marketing may empty it',
    'grant delete on core.suppression to ordholden_marketing',
  )
  mutation(
    marketing.onlyTheNecessary,
    'they were left in peace',
    'a survey goes to somebody who asked to be spared',
    `${objection('contact')}; ${letter({ purpose: `'survey'` })}`,
  )
  mutation(
    marketing.explicitWords,
    'each yes names who asked',
    'the text does not say who asks',
    consent({ text_shown: `'Ja takk'` }),
  )
})

describe('section 2.6, inquiries', () => {
  mutation(inquiries.weAnswerYou, 'each is filed once and whole', 'the answer is not filed', 'delete from core.inquiry_message')
  mutation(
    inquiries.weAnswerYou,
    'each is filed once and whole',
    'it is filed a second time',
    `insert into core.inquiry (account_id, id, number, person_id, kind, channel, subject, body, received_at, last_message_at)
      select account_id, gen_random_uuid(), number, person_id, kind, channel, subject, body, received_at, last_message_at from core.inquiry limit 1`,
  )
  mutation(
    inquiries.onlyTheRelevant,
    'no text is longer',
    'a mail is pasted in whole',
    `update core.inquiry set body = repeat('x', 20000)`,
  )
  mutation(
    inquiries.notesArePruned,
    'no note outlived its time',
    'nothing prunes',
    `update core.inquiry set closed_at = '2026-05-01T00:00:00Z';
    insert into core.inquiry_message values ('${account}', gen_random_uuid(), '${ids.inquiry}', 'note', 'Ring', 'siv', '2026-04-01T00:00:00Z')`,
  )
  mutation(
    inquiries.messagesAreKept,
    'no copy is older',
    'copies stay for ever',
    `update core.mail set queued_at = '2023-11-01T00:00:00Z'`,
  )
})
