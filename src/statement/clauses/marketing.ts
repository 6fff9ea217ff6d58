import { sql } from 'kysely'
import { sampleController, type Controller } from '#merchant'
import { query, sentence, test } from '#sentence'
import { asEntered, objectionIsWitnessed } from './as-witnessed.ts'
import type { Clause } from './clause.ts'
import { consentsThat, lettersThat, transfersThat } from './kinds.ts'
import { consentCanBeProved } from './registration-rights.ts'

export const noneToday = sentence({
  id: 'marketing.none-today',
  promises: ['2.5-a', '2.5-f', '2.5-g'],
  says: {
    nb: 'Vi sender ingen reklame i dag, verken på e-post, SMS eller i posten. Den dagen vi gjør det, skal det stå hvem den er fra og hvorfor du fikk den.',
    en: 'We send no advertising today, neither by e-mail, text message nor post. The day we do, it shall say whom it is from and why you got it.',
  },
  controls: [
    query({
      name: 'no advertising has been sent',
      finds: { nb: 'meldinger var reklame', en: 'messages were advertising' },
      broken: () => sql`select 1 ${lettersThat(sql`purpose in ('marketing', 'tailor')`)}`,
      of: () => sql`select count(*) from core.mail`,
    }),
  ],
})

export const closedChannels = sentence({
  id: 'marketing.closed-channels',
  promises: ['2.5-b'],
  says: {
    nb: 'Reklame kan bare komme på e-post, SMS, Min side eller i posten. Vi ringer ikke for å selge og gir ikke adressen din til sosiale medier.',
    en: 'Advertising can only come by e-mail, text message, My page or post. We do not call to sell and give your address to no social network.',
  },
  controls: [
    query({
      name: 'no permission for another channel',
      finds: { nb: 'tillatelser gjelder en annen kanal', en: 'permissions are for another channel' },
      broken:
        () => sql`select 1 ${consentsThat(sql`purpose in ('marketing', 'survey') and channel not in ('email', 'sms', 'portal', 'post')`)}
        union all select 1 ${transfersThat(sql`purpose = 'marketing'`)}`,
      of: () => sql`select (select count(*) from core.consent) + (select count(*) from core.transfer)`,
    }),
  ],
})

export const onlyYourOwnAddress = sentence({
  id: 'marketing.only-the-address-you-gave',
  promises: ['2.5-c'],
  says: {
    nb: 'Reklame går bare til en adresse du selv har registrert hos oss, aldri til en vi har gjettet eller fått av andre.',
    en: 'Advertising goes only to an address you registered with us yourself, never to one we guessed or got from others.',
  },
  controls: [
    query({
      name: 'no advertising to an address from others',
      finds: {
        nb: 'reklame gikk til en adresse personen ikke ga selv',
        en: 'advertisements went to an address the person did not give',
      },
      broken: () => sql`select 1 from core.mail m where m.purpose = 'marketing' and not exists (select 1 from core.provenance s
        join core.person p on (p.account_id, p.id) = (s.account_id, s.person_id)
        where (s.account_id, s.person_id) = (m.account_id, m.person_id) and s.field = 'email' and s.actor = 'person' and lower(p.email) = lower(m.to_address))`,
      of: () => sql`select count(*) from core.mail`,
    }),
  ],
})

// The audience as the database would give it, against the yes-es counted here from the base table.
export const yesFirst = sentence({
  id: 'marketing.yes-comes-first',
  promises: ['2.5-d', '2.5-e', '2.5-l', '2.5-n'],
  says: {
    nb: 'Vi bruker ikke unntaket loven gir for kunder. Hver person må ha sagt uttrykkelig ja først, også du som har kjøpt av oss før og du som har e-post på jobben.',
    en: 'We do not use the exception the law makes for customers. Each person must have said yes expressly first, also you who bought from us before and you who use your address at work.',
  },
  how: {
    nb: 'Utsnittet for markedsføring viser bare personer med et bekreftet samtykke som er gitt eller fornyet de siste to årene. En kampanje kan ikke nå andre, for databasen gir den ingen andre rader.',
    en: 'The view for marketing shows only persons with a confirmed consent, given or renewed in the last two years. A campaign cannot reach others, because the database gives it no other rows.',
  },
  controls: [
    query({
      name: 'marketing sees nobody without a yes',
      finds: {
        nb: 'personer er synlige for markedsføring uten å ha sagt ja',
        en: 'persons are visible to marketing without having said yes',
      },
      reads: 'Everybody whom marketing sees is held against the yes-es.',
      broken: (
        now,
      ) => sql`select v.id from marketing.person v where not exists (select 1 from core.consent c where c.account_id = v.account_id
          and c.person_id = v.id and c.purpose = 'marketing' and c.withdrawn_at is null and c.confirmed_at >= c.given_at
          and (c.confirmed_at at time zone 'Europe/Oslo')::date + interval '2 years' >= (${now}::timestamptz at time zone 'Europe/Oslo')::date)`,
      of: () => sql`select count(*) from core.person`,
    }),
    query({
      name: 'nothing was sent without a yes',
      finds: { nb: 'reklame ble sendt uten et ja', en: 'advertisements were sent without a yes' },
      broken: () => sql`select 1 from core.mail m where m.purpose = 'marketing' and not exists (select 1 from core.consent c
        where c.account_id = m.account_id and c.person_id = m.person_id and c.purpose = 'marketing' and c.confirmed_at <= m.queued_at
          and c.confirmed_at + interval '2 years 1 day' > coalesce(m.sent_at, m.queued_at) and coalesce(c.withdrawn_at, 'infinity') > coalesce(m.sent_at, m.queued_at))`,
      of: () => sql`select count(*) from core.mail`,
    }),
  ],
})

export const noMeansNo = sentence({
  id: 'marketing.no-means-no',
  promises: ['2.5-h'],
  says: {
    nb: 'Sier du nei til reklame, gjelder det straks og uten unntak. Vi veier det ikke mot noe og spør ikke hvorfor.',
    en: 'If you say no to advertising, it holds at once and without exception. We weigh it against nothing and do not ask why.',
  },
  controls: [
    query({
      name: 'marketing sees nobody who said no',
      finds: {
        nb: 'personer som har sagt nei, er synlige for markedsføring',
        en: 'persons who said no are visible to marketing',
      },
      reads: 'Everybody who said no is looked for in what marketing sees.',
      broken:
        () => sql`select 1 from (select distinct account_id, person_id from core.objection where lifted_at is null and scope <> 'particular_situation') o
          cross join lateral (select 1 from marketing.person v where (v.account_id, v.id) = (o.account_id, o.person_id) offset 0) v
        union all select 1 from core.objection j join core.person o on o.id = j.person_id
          cross join lateral (select 1 from core.person p where lower(p.email) = lower(o.email) and p.id <> o.id and p.created_at <= j.objected_at
            and coalesce(lower(o.first_name) = lower(p.first_name), true) and coalesce(lower(o.last_name) = lower(p.last_name), true)
            and exists (select 1 from marketing.person v where (v.account_id, v.id) = (p.account_id, p.id)) offset 0) also
          where j.lifted_at is null and j.scope <> 'particular_situation'
        union all select 1 from core.mail m join core.objection o using (account_id, person_id) where m.purpose in ('marketing', 'tailor', 'survey')
          and m.queued_at > o.objected_at and coalesce(o.lifted_at, 'infinity') > m.queued_at`,
      of: () => sql`select count(*) from core.objection where lifted_at is null`,
    }),
    objectionIsWitnessed,
    asEntered(
      'each no in the ledger stands',
      {
        nb: 'protester i protokollen utenfor databasen står ikke lenger',
        en: 'objections in the ledger outside the database no longer stand',
      },
      'objection',
    ),
  ],
})

export const oneStep = sentence({
  id: 'marketing.one-step-out',
  promises: ['2.5-i'],
  says: {
    nb: 'Du kan si nei med ett trykk på Min side, eller ved å svare på en e-post, ringe eller skrive til oss. Det koster ingenting. Den dagen vi sender reklame, har hvert brev en lenke der du sier nei uten å logge inn, og den virker for alltid.',
    en: 'You can say no with one press on My page, or by answering a mail, calling or writing to us. It costs nothing. The day we send advertising, each letter has a link where you say no without signing in, and it works for ever.',
  },
  controls: [
    test({
      name: 'a press on the link is enough',
      finds: { nb: 'nei ble ikke tatt imot', en: 'a no was not taken' },
      file: 'journeys/one-press-and-no-more.spec.ts',
      title: 'says no from a letter without signing in, and a program that only opens the link says nothing',
    }),
    test({
      name: 'each such letter has the link',
      finds: { nb: 'reklame gikk ut uten vei ut', en: 'advertising left without a way out' },
      file: 'src/platform/mail/way-out.test.ts',
      title: 'gives every letter of advertising a way out, and no other letter',
    }),
  ],
})

export const noOutlivesEverything = sentence({
  id: 'marketing.no-outlives-everything',
  promises: ['2.5-j'],
  says: {
    nb: 'Et nei overlever sletting og import. Vi beholder bare et kryptert avtrykk av adressen, så vi ikke skriver til den igjen.',
    en: 'A no survives erasure and import. We keep only a keyed print of the address, so that we do not write to it again.',
  },
  controls: [
    query({
      name: 'each no has its print',
      finds: {
        nb: 'protester har ikke satt avtrykk på sperrelisten',
        en: 'objections have left no print on the suppression list',
      },
      reads: 'Each no is held against the prints of its time.',
      // First the times, which an index knows; only then whom it is about.
      broken:
        () => sql`select 1 from (select * from core.objection o where o.scope in ('marketing', 'contact') and o.lifted_at is null
            and not exists (select 1 from core.suppression s where s.at between o.objected_at - interval '1 minute' and o.objected_at + interval '1 minute')
            offset 0) o join core.person p on (p.account_id, p.id) = (o.account_id, o.person_id) where p.email is not null
        union all select 1 from core.suppression where address_hash like '%@%' or length(address_hash) < 40`,
      of: () =>
        sql`select (select count(*) from core.suppression) + (select count(*) from core.objection where lifted_at is null)`,
    }),
    asEntered(
      'each print in the ledger is on the list',
      { nb: 'avtrykk er tatt av sperrelisten', en: 'prints were taken off the suppression list' },
      'suppression',
    ),
    query({
      name: 'the list cannot be emptied by those who send',
      finds: { nb: 'roller som sender, kan endre sperrelisten', en: 'roles that send can change the suppression list' },
      broken:
        () => sql`select 1 from information_schema.table_privileges where table_schema = 'core' and table_name = 'suppression'
        and grantee in ('ordholden_marketing', 'ordholden_deliver', 'ordholden_administer', 'ordholden_survey') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
      of: () => sql`select count(*) from core.suppression`,
    }),
  ],
})

export const onlyTheNecessary = sentence({
  id: 'marketing.only-what-is-necessary',
  promises: ['2.5-k'],
  says: {
    nb: 'Du kan også be om å slippe alt som ikke er nødvendig. Da får du bare det som gjelder ordre, faktura, svar på egne spørsmål, rettigheter og sikkerhet.',
    en: 'You can also ask to be spared everything that is not necessary. You then get only what concerns orders, invoices, answers to your own questions, rights and security.',
  },
  controls: [
    query({
      name: 'they were left in peace',
      finds: {
        nb: 'unødvendige meldinger gikk til noen som ba om å slippe',
        en: 'unnecessary messages went to somebody who asked to be spared',
      },
      broken: () => sql`select 1 ${lettersThat(
        sql`purpose not in ('deliver', 'administer', 'invoice', 'case_documentation', 'security', 'legal_obligation', 'rights_handling')`,
      )} join core.objection o on (o.account_id, o.person_id) = (r.account_id, r.person_id)
        where o.scope = 'contact' and r.queued_at > o.objected_at and coalesce(o.lifted_at, 'infinity') > r.queued_at`,
      of: () => sql`select count(*) from core.objection where scope = 'contact'`,
    }),
  ],
})

export const whoIsCustomer = sentence({
  id: 'marketing.who-is-a-customer',
  promises: ['2.5-m'],
  says: {
    nb: 'Du er kunde fra den første ordren du selv har lagt inn er levert, til kundeforholdet er slutt. At firmaet ditt har handlet her, gjør ikke deg til kunde.',
    en: 'You are a customer from the delivery of the first order you placed yourself until the relationship ends. That your company bought here does not make you one.',
  },
  controls: [
    query({
      name: 'nobody was treated as a customer before they were one',
      finds: {
        nb: 'reklame gikk til noen som verken var kunde eller hadde sagt ja',
        en: 'advertising went to somebody who was no customer and had not said yes',
      },
      broken: () => sql`select 1 from core.mail m left join core.account a on a.account_id = m.account_id
        where m.purpose in ('marketing', 'survey', 'tailor')
        and not exists (select 1 from core.sales_order o where (o.account_id, o.person_id) = (m.account_id, m.person_id)
          and o.delivered_at <= m.queued_at and o.cancelled_at is null and coalesce(a.ended_at, 'infinity') > m.queued_at)
        and not exists (select 1 from core.consent c where (c.account_id, c.person_id) = (m.account_id, m.person_id)
          and c.confirmed_at <= m.queued_at and coalesce(c.withdrawn_at, 'infinity') > m.queued_at)`,
      of: () => sql`select count(*) from core.mail`,
    }),
    test({
      name: 'who is a customer, case by case',
      finds: { nb: 'personer ble regnet feil', en: 'persons were counted wrongly' },
      file: 'src/business/orders/customer-since.test.ts',
      title: 'counts a person as a customer from the first delivery of their own order until the relationship ends',
    }),
  ],
})

type Named = { readonly controller: Controller }

export const explicitWords = sentence<Named>({
  id: 'marketing.explicit-words',
  promises: ['2.5-o'],
  terms: { controller: sampleController },
  says: {
    nb: ({ controller }) =>
      `Spør vi om et ja, står det i en egen setning at det er ${controller.legalName} som spør, hva du får, hvordan og hvor ofte. Ja-et må bekreftes.`,
    en: ({ controller }) =>
      `If we ask for a yes, a sentence of its own says that ${controller.legalName} is asking, what you will get, how and how often. The yes must be confirmed.`,
  },
  controls: [
    query({
      name: 'each yes names who asked',
      finds: {
        nb: 'samtykker til reklame nevner ikke hvem som spør, eller er ikke bekreftet',
        en: 'consents to advertising do not name who asks, or are not confirmed',
      },
      reads: 'The text of each consent is read for the name.',
      broken: (
        now,
        { controller },
      ) => sql`select 1 from core.consent where purpose in ('marketing', 'survey') and (position(${controller.legalName} in text_shown) = 0
        or (confirmed_at is null and withdrawn_at is null and given_at + interval '30 days' < ${now}))`,
      of: () => sql`select count(*) from core.consent`,
    }),
  ],
})

export const marketingClause: Clause = {
  id: 'marketing',
  number: '2.5',
  title: { nb: 'Reklame', en: 'Marketing' },
  sentences: [
    noneToday,
    yesFirst,
    explicitWords,
    consentCanBeProved,
    onlyYourOwnAddress,
    closedChannels,
    noMeansNo,
    oneStep,
    noOutlivesEverything,
    onlyTheNecessary,
    whoIsCustomer,
  ],
}
