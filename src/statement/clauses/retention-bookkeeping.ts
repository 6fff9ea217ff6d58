import { sql } from 'kysely'
import { brokenDocuments } from '#invoices'
import { probe, query, sentence, test } from '#sentence'

/** What the law has us keep, for the clause `retention`. */

export const bookkeepingStays = sentence({
  id: 'retention.bookkeeping-stays',
  promises: ['4-d'],
  says: {
    nb: 'Fakturaer og kreditnotaer må vi beholde i fem år etter regnskapsåret. De kan verken endres eller slettes, heller ikke av oss.',
    en: 'Invoices and credit notes we must keep for five years after the accounting year. They can be neither changed nor deleted, not even by us.',
  },
  how: {
    nb: 'Hvert bilag bærer avtrykket av det forrige, nummer etter nummer. Ingen rolle programmet kjører som, får endre eller slette et bilag.',
    en: 'Each document bears the print of the one before it, number after number. No role the program runs as may change or delete a document.',
  },
  controls: [
    query({
      name: 'the numbers have no gap',
      finds: { nb: 'fakturanumre mangler', en: 'invoice numbers are missing' },
      reads: 'Each number is held against the one before it.',
      broken:
        () => sql`select 1 from (select series, number - lag(number, 1, 0::bigint) over (partition by series order by number) as step
        from core.issued_document where series not like 'import-%') s where step <> 1`,
      of: () => sql`select count(*) from core.issued_document where series not like 'import-%'`,
    }),
    query({
      name: 'documents are as they were issued',
      finds: { nb: 'bilag stemmer ikke med kjeden', en: 'documents do not agree with the chain' },
      reads: 'Each document is held against its link, and each link against the one before it.',
      broken: () => sql`select 1 from (select * from core.issued_document where invoice_id is not null) d full join core.invoice i
          on (i.account_id, i.id, i.series, i.number) = (d.account_id, d.invoice_id, d.series, d.number)
          where i.id is null or d.invoice_id is null or i.document_hash <> d.document_hash or i.previous_hash <> d.previous_hash
        union all select 1 from (select previous_hash, lag(document_hash) over (partition by series order by number) as before
          from core.issued_document where series not like 'import-%') c where c.before is not null and c.previous_hash <> c.before
        -- An import may fill in numbers between those of an earlier one, so its chain runs in the order of arrival: one
        -- beginning, every other document names a predecessor, and no two name the same one.
        union all select 1 from core.issued_document d where d.series like 'import-%' and d.previous_hash <> repeat('0', 64)
          and not exists (select 1 from core.issued_document p where p.series = d.series and p.document_hash = d.previous_hash)
        union all select 1 from core.issued_document where series like 'import-%' group by series, previous_hash having count(*) > 1`,
      of: () => sql`select count(*) from core.invoice`,
    }),
    probe({
      name: 'each document says what was issued',
      finds: {
        nb: 'bilag eller betalinger er borte, eller sier noe annet enn det som ble ført',
        en: 'documents or payments are gone, or say something else than what was entered',
      },
      reads: 'Each document is held against its link and its lines, and a share of them is hashed anew.',
      tries: async ({ db, now }) => {
        const { rows } = await sql<{ of: number }>`select count(*)::int as of from core.issued_document`.execute(db)
        return { found: (await brokenDocuments(db, now)).length, of: rows[0]!.of }
      },
    }),
    query({
      name: 'no document went before its time',
      finds: { nb: 'bilag er borte før de fem årene var ute', en: 'documents are gone before their five years were over' },
      broken: (now) => sql`select 1 from core.issued_document d where d.invoice_id is null
        and extract(year from d.issued_at at time zone 'Europe/Oslo') + 5 >= extract(year from ${now}::timestamptz at time zone 'Europe/Oslo')`,
      of: () => sql`select count(*) from core.issued_document`,
    }),
    query({
      name: 'the sums are right',
      finds: {
        nb: 'bilag har summer som ikke stemmer med linjene',
        en: 'documents have sums that do not agree with their lines',
      },
      reads: 'The lines of each document are added up.',
      // Each document less its lines leaves nothing: one pass over all three, whatever belongs to no document included.
      broken: () => sql`select 1 from (select account_id, id, net, vat, gross - net - vat as rest from core.invoice
            union all select account_id, invoice_id, -net, 0, 0 from core.invoice_line
            union all select account_id, invoice_id, 0, -vat, 0 from core.invoice_vat) d
          group by account_id, id having sum(net) <> 0 or sum(vat) <> 0 or sum(rest) <> 0`,
      of: () => sql`select count(*) from core.invoice`,
    }),
    query({
      name: 'nobody may change a document',
      finds: { nb: 'roller kan endre eller slette bilag', en: 'roles may change or delete documents' },
      broken:
        () => sql`select 1 from information_schema.column_privileges where grantee like 'ordholden%' and table_schema = 'core'
          and table_name in ('invoice', 'invoice_line', 'invoice_vat', 'issued_document', 'payment') and privilege_type = 'UPDATE'
        union all select 1 from information_schema.table_privileges where grantee like 'ordholden%' and table_schema = 'core'
          and table_name in ('invoice', 'invoice_line', 'invoice_vat', 'issued_document', 'payment') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
      of: () => sql`select count(*) from pg_roles where rolname like 'ordholden%'`,
    }),
    test({
      name: 'the accountant keeps what the law says',
      finds: { nb: 'bilag kunne slettes for tidlig', en: 'documents could be deleted early' },
      file: 'journeys/the-accountant-keeps-what-the-law-says.spec.ts',
      title:
        'cannot be got rid of early: not by any purpose, not by a night that claims to be later, not by the customer who asks',
    }),
  ],
})
