import { sql } from 'kysely'
import { query, sentence, test } from '#sentence'
import { oneBelowTheOther } from '../one-below-the-other.ts'
import type { Clause } from './clause.ts'
import { transfersThat } from './kinds.ts'
import { firstRecipients, toldNobody, type Listed, type Recipients, type Told } from './recipients.ts'
import { bitpro, nothingTo, unitedProfile } from './operation.ts'
import { recipientsAreTold } from './recipients-told.ts'
import { agreementFirst, breachNotice, reviewedYearly, subProcessors, whatNamesYouGoes } from './suppliers.ts'

export const onlyRegistered = sentence<Recipients>({
  id: 'processors.only-those-listed',
  promises: ['5-a', '5-h'],
  terms: firstRecipients,
  says: {
    nb: ({ recipients, own }) =>
      `Bare disse kan få opplysninger fra oss:${oneBelowTheOther(recipients.map(({ nb }) => nb))}Programmet nekter å sende til andre.${own.map(({ nb }) => ` ${nb.replace(', som', '')}.`).join('')}`,
    en: ({ recipients, own }) =>
      `Only these can receive data from us:${oneBelowTheOther(recipients.map(({ en }) => en))}The program refuses to send to others.${own.map(({ en }) => ` ${en.replace(', which', '')}.`).join('')}`,
  },
  how: {
    nb: 'Det finnes én dør ut. Den spør registeret om mottaker, formål og felt, og skriver i loggen.',
    en: 'There is one door out. It asks the register for recipient, purpose and fields, and writes in the log.',
  },
  controls: [
    query({
      name: 'nobody else received anything',
      finds: {
        nb: 'overføringer gikk til en mottaker som ikke står her',
        en: 'transfers went to a recipient that is not listed here',
      },
      broken: (_, { recipients }) =>
        sql`select 1 ${transfersThat(sql`recipient not in (${sql.join(recipients.map(({ id }) => sql`${id}`))})`)}`,
      of: () => sql`select count(*) from core.transfer`,
    }),
    query({
      name: 'the list is the register',
      finds: { nb: 'mottakere står bare det ene stedet', en: 'recipients stand in one place only' },
      // Whoever has left gets nothing from that moment, and is out of the text within the notice that a change needs.
      broken: (
        now,
        { recipients },
      ) => sql`select id from core.recipient where role <> 'own_module' and active_at is not null and ended_at is null
          and id not in (${sql.join(recipients.map(({ id }) => sql`${id}`))})
        union all select l from unnest(${sql.lit(`{${recipients.map(({ id }) => id).join(',')}}`)}::text[]) l
          where not exists (select 1 from core.recipient r where r.id = l and (r.ended_at is null or r.ended_at + interval '45 days' > ${now}))`,
      of: () => sql`select count(*) from core.recipient`,
    }),
    test({
      name: 'the door refuses what the register does not have',
      finds: { nb: 'prøven feilet', en: 'the test failed' },
      file: 'src/platform/outbound/send.test.ts',
      title: 'lets out nothing for another purpose, and no field more, and writes down that it did not',
    }),
  ],
})

export const fieldByField = sentence<Recipients>({
  id: 'processors.field-by-field',
  promises: ['5-b'],
  terms: firstRecipients,
  says: {
    nb: 'En mottaker får bare de feltene den trenger, og listen over felt er skrevet ned på forhånd.',
    en: 'A recipient gets only the fields it needs, and the list of fields is written down beforehand.',
  },
  controls: [
    query({
      name: 'no other field left the house',
      finds: { nb: 'overføringer inneholdt et felt som ikke var avtalt', en: 'transfers contained a field that was not agreed' },
      broken: (_, { recipients }) =>
        sql`select 1 ${transfersThat(
          sql.join(
            recipients.map(
              ({ id, fields }) => sql`(recipient = ${id} and exists (select 1 from unnest(fields) f
          where not exists (select 1 from unnest(${sql.lit(`{${fields.join(',')}}`)}::text[]) a where right(f, length(a)) = a)))`,
            ),
            sql` or `,
          ),
        )}`,
      of: () => sql`select count(*) from core.transfer`,
    }),
  ],
})

export const everyTransferIsLogged = sentence<Told>({
  id: 'processors.every-transfer-is-logged',
  promises: ['5-c'],
  terms: toldNobody,
  says: {
    nb: ({ vendor }) =>
      `Hver gang noe går ut, skriver vi ned hva, til hvem, når, hvorfor og på hvilket grunnlag.${vendor ? ` Hva ${vendor.name} får vite om besøk, skriver vi ned som en sum for dagen, fordi en linje for hver gang ville vært en linje for hvert besøk.` : ''}`,
    en: ({ vendor }) =>
      `Each time something goes out, we write down what, to whom, when, why and on which ground.${vendor ? ` What ${vendor.name} is told of visits we write down as a sum of the day, because a line each time would be a line for each visit.` : ''}`,
  },
  controls: [
    query({
      name: 'no letter left without a line in the log',
      finds: { nb: 'sendte brev mangler linje i loggen', en: 'letters sent lack a line in the log' },
      reads: 'Each letter that was sent is held against the log.',
      broken: () => sql`select 1 from core.mail m where m.sent_at is not null and m.person_id is not null
        and exists (select 1 from core.transfer t where t.recipient = 'mail-server')
        and m.sent_at >= (select min(t.at) from core.transfer t where t.recipient = 'mail-server')
        and not exists (select 1 from core.transfer t where t.account_id = m.account_id and t.person_id = m.person_id
          and t.recipient = 'mail-server' and t.purpose = m.purpose)`,
      of: () => sql`select count(*) from core.mail where sent_at is not null`,
    }),
  ],
})

export const bdo = sentence({
  id: 'processors.bdo-keeps-books',
  promises: ['5-j'],
  says: {
    nb: 'BDO AS fører regnskapet og trenger bare bilagene. Dette systemet sender dem ingenting av seg selv, og aldri kontaktopplysninger eller dialog.',
    en: 'BDO AS keeps the books and needs the vouchers only. This system sends them nothing by itself, and never contact details or dialogue.',
  },
  controls: [nothingTo('nothing went to the accountant', 'bdo')],
})

// The EEA on the day this was written: the European Union, Iceland, Liechtenstein and Norway.
const eea = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LV LT LU MT NL NO PL PT RO SK SI ES SE'.split(' ')

/** Those from whom something may leave the EEA: they are there, or have a ground because something goes on from them. */
function beyond(recipients: readonly Listed[]): readonly Listed[] {
  return recipients.filter(({ location, transferGround }) => !eea.includes(location) || transferGround)
}

export const insideTheEea = sentence<Recipients>({
  id: 'processors.inside-the-eea',
  promises: ['X-10'],
  terms: firstRecipients,
  says: {
    nb: ({ recipients }) => {
      const out = beyond(recipients)
      return out.length === 0
        ? 'Opplysningene dine behandles i Norge og resten av EØS. Ingen av mottakerne i listen er utenfor.'
        : `Opplysningene dine behandles i Norge og resten av EØS, med disse unntakene: ${out.map(({ nb, transferGround }) => `${nb} (grunnlaget for overføring ut av EØS er ${transferGround ?? 'ikke oppgitt'})`).join('; ')}.`
    },
    en: ({ recipients }) => {
      const out = beyond(recipients)
      return out.length === 0
        ? 'Your data are processed in Norway and the rest of the EEA. None of the recipients in the list is outside it.'
        : `Your data are processed in Norway and the rest of the EEA, with these exceptions: ${out.map(({ en, transferGround }) => `${en} (the ground for transfer out of the EEA is ${transferGround ?? 'not stated'})`).join('; ')}.`
    },
  },
  controls: [
    query({
      name: 'nobody outside received anything',
      finds: {
        nb: 'overføringer gikk ut av EØS eller til et ukjent sted',
        en: 'transfers left the EEA or went to an unknown place',
      },
      // Whoever is outside with a ground stands in the text.
      broken: (_, { recipients }) => sql`select 1 ${transfersThat(
        sql`recipient not in (${sql.join(
          recipients
            .filter(({ location, transferGround }) => eea.includes(location) || transferGround)
            .map(({ id }) => sql`${id}`),
        )})`,
      )}
        union all select 1 from unnest(${sql.lit(`{${recipients.flatMap(({ location, transferGround }) => (transferGround ? [] : location)).join(',')}}`)}::text[]) l
          where l <> all (${sql.lit(`{${eea.join(',')}}`)}::text[])`,
      of: (_, { recipients }) => sql`select (select count(*) from core.transfer) + ${recipients.length}::int`,
    }),
  ],
})

export const processorsClause: Clause = {
  id: 'processors',
  number: '5',
  title: { nb: 'Leverandører', en: 'Suppliers' },
  sentences: [
    onlyRegistered,
    fieldByField,
    everyTransferIsLogged,
    agreementFirst,
    reviewedYearly,
    subProcessors,
    breachNotice,
    bitpro,
    bdo,
    unitedProfile,
    insideTheEea,
    recipientsAreTold,
    whatNamesYouGoes,
  ],
}
