import { sql } from 'kysely'
import { probe, query, sentence, test } from '#sentence'
import { visitAll } from './visits.ts'

/** What we do not take, for the clause `registration`. */

// The two control digits of a national identity number (and of a D-number): weights 3 7 6 1 8 9 4 5 2, then 5 4 3 2 7 6 5 4 3 2.
// Texts with eleven digits have indexes of their own, with this very condition (migration 170), so that the others are not read.
const identityNumbers = (table: string, column: string) => sql`
  select 1 from ${sql.table(table)} t, lateral regexp_matches(t.${sql.ref(column)}, '(?<![0-9])([0-9]{6}) ?([0-9]{5})(?![0-9])', 'g') as m,
    lateral (select array(select c::int from regexp_split_to_table(m[1] || m[2], '') as c) as d) as digits
  where t.${sql.ref(column)} ~ '[0-9]{6} ?[0-9]{5}'
    and (d[1] * 10 + d[2]) % 40 between 1 and 31 and (d[3] * 10 + d[4]) % 40 between 1 and 12
    and (3*d[1] + 7*d[2] + 6*d[3] + d[4] + 8*d[5] + 9*d[6] + 4*d[7] + 5*d[8] + 2*d[9] + d[10]) % 11 = 0
    and (5*d[1] + 4*d[2] + 3*d[3] + 2*d[4] + 7*d[5] + 6*d[6] + 5*d[7] + 4*d[8] + 3*d[9] + 2*d[10] + d[11]) % 11 = 0`

const freeText = [
  ['core.inquiry', 'subject'],
  ['core.inquiry', 'body'],
  ['core.inquiry_message', 'body'],
  ['core.inquiry_item', 'wish'],
  ['core.quote_version', 'intro'],
  ['core.quote_line', 'description'],
  ['core.order_line', 'description'],
  ['core.sales_order', 'purchase_order_number'],
  ['core.sales_order', 'delivery_address'],
  ['core.invoice', 'buyer_reference'],
  ['core.person', 'first_name'],
  ['core.person', 'last_name'],
  ['core.person', 'job_title'],
  ['core.person', 'workplace'],
] as const

export const noIdentityNumbers = sentence({
  id: 'registration.no-identity-numbers',
  promises: ['2.1-e'],
  says: {
    nb: 'Vi tar ikke imot fødselsnummer eller kortnummer, og heller ikke tekst som ser ut til å fortelle om noens helse, tro eller fagforening. Skriver du det i et felt, sier vi fra og lagrer ikke det du skrev.',
    en: 'We do not accept national identity numbers or card numbers, nor text that seems to tell of somebody’s health, faith or trade union. If you write it in a field, we tell you and do not store what you wrote.',
  },
  controls: [
    query({
      name: 'no identity number in any free text',
      finds: { nb: 'tekster inneholder et gyldig fødselsnummer', en: 'texts contain a valid national identity number' },
      // An order number may pass the checksum; a member of staff has then answered for it, once for each.
      broken: () =>
        sql`select * from (${sql.join(
          freeText.map(([table, column]) => identityNumbers(table, column)),
          sql` union all `,
        )}) t offset (select count(*) from core.refused_entry where reason = 'national identity number' and insisted_by is not null)`,
      of: () =>
        sql`select ${sql.join(
          [...new Set(freeText.map(([table]) => table))].map((table) => sql`(select count(*) from ${sql.table(table)})`),
          sql` + `,
        )}`,
    }),
    test({
      name: 'words that tell too much',
      finds: {
        nb: 'tekster om helse, tro eller fagforening ble tatt imot',
        en: 'texts about health, faith or trade union were taken',
      },
      file: 'src/business/customers/screen-fields.test.ts',
      title: 'refuses what tells of health, faith and the like, and counts it without the text',
    }),
  ],
})

export const noGiftLists = sentence({
  id: 'registration.no-gift-lists',
  promises: ['2.1-q'],
  says: {
    nb: 'Vi tar ikke imot lister over dem som skal få gavene, og skjemaene våre har ikke vedlegg.',
    en: 'We take no lists of those who are to receive the gifts, and our forms have no attachments.',
  },
  controls: [
    probe({
      name: 'no form takes a file',
      finds: { nb: 'skjemaer tar imot filer', en: 'forms take files' },
      tries: async (world) => {
        const pages = await visitAll(world)
        return { found: pages.filter(({ html }) => /type="file"|multipart\/form-data/i.test(html)).length, of: pages.length }
      },
    }),
    query({
      name: 'no table holds files',
      finds: { nb: 'kolonner kan romme opplastede filer', en: 'columns could hold uploaded files' },
      broken: () => sql`select 1 from information_schema.columns where table_schema = 'core' and data_type = 'bytea'`,
      of: () => sql`select count(*) from information_schema.columns where table_schema = 'core'`,
    }),
  ],
})
