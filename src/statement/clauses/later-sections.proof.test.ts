import { sql } from 'kysely'
import { describe } from 'vitest'
import { witness } from '#evidence'
import * as compilation from './compilation.ts'
import * as contact from './contact.ts'
import * as disclosure from './disclosure.ts'
import { theLogOfDisclosures } from './disclosure-log.ts'
import * as operation from './operation.ts'
import * as processors from './processors.ts'
import { ids, letter, now, proving, transfer } from './proving.ts'
import * as retention from './retention.ts'
import { bookkeepingStays } from './retention-bookkeeping.ts'
import { deletionIsReal, deletionRunsByItself } from './retention-deletion.ts'
import * as security from './retention-security.ts'
import * as revisions from './revisions.ts'
import * as rights from './rights.ts'

const { mutation, spares } = proving()
const { account, kari } = ids
const rightsCase = (kind: string, received: string, due: string, closed = 'null', outcome = 'null') =>
  `insert into core.rights_case values ('${account}', gen_random_uuid(), '${kari}', '${kind}', 'my_page', '${received}', '${due}', ${closed}, ${outcome})`

describe('section 3, compilation', () => {
  mutation(compilation.noneCompiled, 'there is no compiled table', 'segments are kept', 'create table core.segment (id uuid)')
  mutation(
    compilation.noWayBack,
    'the maker of figures sees no person',
    'it gets a view of persons',
    'create view anonymous_compilation.person as select * from core.person',
  )
  mutation(compilation.neverPicksYou, 'no message came from figures', 'figures pick a recipient', letter({ purpose: `'trend'` }))
})

describe('section 4, storage and security', () => {
  mutation(
    bookkeepingStays,
    'the numbers have no gap',
    'the second invoice is gone',
    `update core.issued_document set number = 3 where number = 2`,
  )
  mutation(
    bookkeepingStays,
    'documents are as they were issued',
    'an invoice is changed behind its back',
    `update core.invoice set document_hash = repeat('c', 64) where number = 1`,
  )
  mutation(
    bookkeepingStays,
    'the sums are right',
    'a line is made cheaper',
    `update core.invoice_line set net = 9000 where invoice_id = '${ids.invoice}'`,
  )
  mutation(
    bookkeepingStays,
    'the sums are right',
    'the tax is another',
    `update core.invoice_vat set vat = vat + 1 where invoice_id = '${ids.invoice}'`,
  )
  mutation(
    bookkeepingStays,
    'nobody may change a document',
    'a role may change invoices',
    'grant update (gross) on core.invoice to ordholden_invoice',
  )
  mutation(
    retention.signInEnds,
    'no session is longer',
    'a session lasts a year',
    `update auth.session set "expiresAt" = '2027-11-23T00:00:00Z'`,
  )
  mutation(
    deletionRunsByItself,
    'nothing is overdue',
    'the log of look-ups is never emptied',
    `update core.reading set at = '2025-10-01T00:00:00Z'`,
  )
  const longAgo = `update core.invoice set series = 'import-invoice', issue_date = '2010-12-01', delivery_date = '2010-12-01',
    issued_at = '2010-12-01T08:26:00Z', due_date = '2010-12-15'`
  const brought = (at: string) =>
    `insert into core.import_run (id, file_name, file_hash, format, started_at) values (gen_random_uuid(), 'a', 'b', 'online-retail', '${at}')`
  spares(
    deletionRunsByItself,
    'nothing is overdue',
    'old documents that came with a file today',
    `${longAgo}; ${brought('2026-11-22T08:00:00Z')}`,
  )
  mutation(
    deletionRunsByItself,
    'nothing is overdue',
    'they are still here nine nights later',
    `${longAgo}; ${brought('2026-11-13T08:00:00Z')}`,
  )
  mutation(
    deletionIsReal,
    'no row pretends to be deleted',
    'rows are marked instead',
    'alter table core.person add column deleted_at timestamptz',
  )
  mutation(
    deletionIsReal,
    'every search came up empty',
    'nobody searched',
    `insert into evidence.erasure_certificate values (gen_random_uuid(), gen_random_uuid(), '{}', '{}', 0, '[]', now())`,
  )
  mutation(
    security.staffAccess,
    'nobody works without a second factor',
    'the code is switched off',
    `update auth."user" set "twoFactorEnabled" = false`,
  )
  mutation(
    security.staffAccess,
    'nobody who left is still inside',
    'she left and stays signed in',
    `update core.staff set left_at = '2026-11-22T16:00:00Z'`,
  )
  mutation(
    security.staffAccess,
    'passwords are not readable',
    'a password is kept as it was typed',
    `insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt") values ('a', 'siv', 'credential', 'siv', 'hemmelig', now())`,
  )
  mutation(
    security.lookUpsAreLogged,
    'whoever answered had looked',
    'somebody answers without a look-up',
    `insert into auth."user" (id, name, email, "emailVerified") values ('per', 'Per', 'per@x.example', true); insert into core.staff values ('per', 'salesperson', now(), null);
     update core.inquiry_message set staff_user_id = 'per'`,
  )
  mutation(
    security.lookUpsAreLogged,
    'no look-up can be removed by those who look',
    'sales may delete it',
    'grant delete on core.reading to ordholden_administer',
  )
  mutation(
    security.nothingLeaks,
    'no address in a job',
    'a job carries an address',
    `select house.enqueue('send-mail', '{"to":"kari@fjord.example"}', null, null)`,
  )
  mutation(
    security.theLogCannotBeChanged,
    'the whole log computes',
    'an entry is rewritten',
    `update evidence.entry set body = '{"revision":9}' where kind = 'statement published'`,
  )
  mutation(
    security.theLogCannotBeChanged,
    'the leaves are the entries',
    'a kind is renamed',
    `update evidence.entry set kind = 'something else'`,
  )
  mutation(
    security.theLogCannotBeChanged,
    'no role may rewrite it',
    'a role may delete leaves',
    'grant delete on evidence.leaf to ordholden_administer',
  )
  mutation(
    security.securityLogEnds,
    'no entry is older',
    'the security log is never emptied',
    `update auth.session set "createdAt" = '2026-08-01T00:00:00Z'`,
  )
})

describe('section 5, suppliers', () => {
  mutation(
    processors.onlyRegistered,
    'nobody else received anything',
    'somebody unknown gets data',
    transfer({ recipient: `'adnetwork'` }),
  )
  mutation(
    processors.fieldByField,
    'no other field left the house',
    'the mail service gets a job title',
    transfer({ fields: `array['core.person.job_title']` }),
  )
  mutation(
    processors.everyTransferIsLogged,
    'no letter left without a line in the log',
    'a letter leaves by the back door',
    `${transfer({ at: `'2026-11-21T00:00:00Z'` })}; ${letter({ purpose: `'invoice'`, sent_at: `'2026-11-22T12:01:00Z'` })}`,
  )
  mutation(processors.bdo, 'nothing went to the accountant', 'contacts go to the accountant', transfer({ recipient: `'bdo'` }))
  mutation(
    processors.insideTheEea,
    'nobody outside received anything',
    'somebody abroad gets data',
    transfer({ recipient: `'cloud-us'` }),
  )
  mutation(
    operation.unitedProfile,
    'nothing went to them',
    'the old supplier gets a letter',
    letter({ to_address: `'web@unitedprofile.example'` }),
  )
})

describe('section 6, disclosure', () => {
  mutation(disclosure.defaultDeny, 'each transfer has a ground', 'a transfer has none', transfer({ ground: `''` }))
  mutation(
    disclosure.sameCompanyWall,
    'each view is locked to one person',
    'my page gets an unlocked view',
    'create view rights_handling.everybody as select * from core.person',
  )
  mutation(
    disclosure.staffHavePromised,
    'nobody inside has not signed',
    'somebody works unsigned',
    'update core.staff set confidentiality_signed_at = null',
  )
  mutation(
    theLogOfDisclosures,
    'those who send cannot rewrite',
    'sales may rewrite it',
    'grant update (recipient) on core.transfer to ordholden_deliver',
  )
})

describe('section 7, your rights', () => {
  mutation(
    rights.accessIsWhole,
    'my page can see each table about a person',
    'a new table is forgotten',
    'create table core.diary (account_id uuid, person_id uuid, said text)',
  )
  mutation(
    rights.answeredInTime,
    'each clock is set right',
    'February is rolled forward',
    rightsCase('access', '2026-01-30T12:00:00Z', '2026-03-01', `'2026-02-01T12:00:00Z'`, `'{"a":1}'`),
  )
  mutation(
    rights.answeredInTime,
    'no request is late',
    'one was forgotten',
    rightsCase('access', '2026-10-01T12:00:00Z', '2026-10-31'),
  )
  mutation(
    rights.noExtension,
    'no deadline was moved',
    'two months are added',
    rightsCase('access', '2026-11-01T12:00:00Z', '2027-01-31'),
  )
  mutation(
    rights.theAnswerTells,
    'no case was closed without an answer',
    'it is closed in silence',
    rightsCase('erasure', '2026-11-01T12:00:00Z', '2026-12-01', 'now()'),
  )
  mutation(
    rights.identity,
    'there is nowhere to keep identity papers',
    'passports are kept',
    'alter table core.rights_case add column passport_copy text',
  )
  mutation(
    rights.delivery,
    'no package was mailed',
    'it is attached to a mail',
    letter({ purpose: `'rights_handling'`, attachment: `'{"fileName":"innsyn.zip"}'` }),
  )
  mutation(
    rights.othersAreSpared,
    'my page has no names of staff',
    'my page shows who looked',
    'create view rights_handling.looked as select person_id, staff_user_id from core.reading',
  )
  mutation(
    rights.objectionStops,
    'each objection has its stop',
    'nothing stops',
    `insert into core.objection values ('${account}', gen_random_uuid(), '${kari}', 'particular_situation', 'my_page', now(), null)`,
  )
})

describe('sections 8 and 9, changes and contact', () => {
  mutation(
    revisions.versionsNeverChange,
    'each version fits its print',
    'a word is changed in a published version',
    `update core.statement_revision set texts = jsonb_set(texts, '{0,nb}', '"Vi lover ingenting."')`,
  )
  mutation(revisions.versionsNeverChange, 'each version is in the log', 'a version is smuggled in', async (db) => {
    await sql`insert into core.statement_revision values (2, '2026-11-23', repeat('d', 64), '[]', '{}', 'material', ${now})`.execute(
      db,
    )
    await witness(db, now, { kind: 'statement published', body: { revision: 1, contentHash: 'd'.repeat(64) } })
  })
  mutation(
    revisions.textBeforePractice,
    'the program says what is published',
    'the program says something else',
    `update core.statement_revision set content_hash = repeat('e', 64)`,
  )
  mutation(contact.acknowledged, 'each got a receipt', 'the receipt is not sent', 'delete from core.mail')
  mutation(
    contact.questionsAreAnswered,
    'no question waits too long',
    'it is answered after six weeks',
    `update core.inquiry set received_at = '2026-10-01T00:00:00Z'`,
  )
})
