import { sql } from 'kysely'
import { verifyLog } from '#evidence'
import { days, probe, query, sentence, test, type Days } from '#sentence'
import { logIsAsLong } from './as-witnessed.ts'

export const staffAccess = sentence({
  id: 'retention.staff-access-ends',
  promises: ['4-e'],
  says: {
    nb: 'Ansatte logger inn med hver sin bruker, passord og engangskode. Den som slutter, mister tilgangen samme dag.',
    en: 'Staff sign in with a user of their own, a password and a one-time code. Whoever leaves loses access the same day.',
  },
  how: {
    nb: 'Hver ansatt har egen bruker og to trinn inn. Passord lagres bare som avtrykk.',
    en: 'Each member of staff has a user of their own and two steps in. Passwords are stored only as hashes.',
  },
  controls: [
    query({
      name: 'nobody works without a second factor',
      finds: { nb: 'ansatte er logget inn uten engangskode', en: 'members of staff are signed in without a second factor' },
      broken: (
        now,
      ) => sql`select 1 from core.staff s join auth."user" u on u.id = s.user_id where not coalesce(u."twoFactorEnabled", false)
        and exists (select 1 from auth.session t where t."userId" = s.user_id and t."createdAt" + interval '1 hour' < ${now} and t."expiresAt" > ${now})`,
      of: () => sql`select count(*) from core.staff`,
    }),
    query({
      name: 'nobody who left is still inside',
      finds: { nb: 'tidligere ansatte har en åpen innlogging', en: 'former members of staff have an open session' },
      broken: (now) =>
        sql`select 1 from core.staff s join auth.session t on t."userId" = s.user_id where s.left_at < ${now} and t."expiresAt" > ${now}`,
      of: () => sql`select count(*) from core.staff`,
    }),
    query({
      name: 'passwords are not readable',
      finds: { nb: 'passord er lagret lesbart', en: 'passwords are stored readably' },
      broken: () =>
        sql`select 1 from auth.account where password is not null and password !~ '^[0-9a-f]{16,}:[0-9a-f]{64,}$' and password not like '$%$%'`,
      of: () => sql`select count(*) from auth.account where password is not null`,
    }),
  ],
})

export const lookUpsAreLogged = sentence({
  id: 'retention.look-ups-are-logged',
  promises: ['4-f'],
  says: {
    nb: 'Slår en ansatt deg opp, loggføres det med tidspunkt, rolle og formål. Du ser det selv på Min side.',
    en: 'If a member of staff looks you up, it is logged with time, role and purpose. You can see it yourself on My page.',
  },
  how: {
    nb: 'Hver side hos de ansatte som viser en person, fører oppslaget før den viser noe.',
    en: 'Each staff page that shows a person records the look-up before it shows anything.',
  },
  controls: [
    query({
      name: 'whoever answered had looked',
      finds: {
        nb: 'svar fra ansatte mangler oppslaget som gikk forut',
        en: 'answers by staff lack the look-up that came before',
      },
      reads: 'Each answer by staff is held against the look-ups before it.',
      broken:
        () => sql`select 1 from core.inquiry_message m join core.inquiry i on (i.account_id, i.id) = (m.account_id, m.inquiry_id)
          where m.direction = 'out' and m.staff_user_id is not null and i.person_id is not null and exists (select 1 from core.staff s where s.user_id = m.staff_user_id)
            and m.at > (select min(at) from core.reading)
            and not exists (select 1 from core.reading r where r.account_id = i.account_id and r.person_id = i.person_id
              and r.staff_user_id = m.staff_user_id and r.at <= m.at)`,
      of: () => sql`select count(*) from core.reading`,
    }),
    query({
      name: 'no look-up can be removed by those who look',
      finds: { nb: 'roller kan endre oppslagsloggen', en: 'roles can change the log of look-ups' },
      broken: () => sql`select 1 from information_schema.table_privileges where table_schema = 'core' and table_name = 'reading'
        and grantee in ('ordholden_deliver', 'ordholden_administer', 'ordholden_case_documentation', 'ordholden_invoice', 'ordholden_app')
        and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
      of: () => sql`select count(*) from pg_roles where rolname like 'ordholden%'`,
    }),
  ],
})

export const nothingLeaks = sentence({
  id: 'retention.nothing-leaks-into-logs',
  promises: ['4-g'],
  says: {
    nb: 'Oppgavelister og feilmeldinger inneholder ikke navn, adresser eller e-post. De viser til nummer, ikke til personer.',
    en: 'Task lists and error messages contain no names, addresses or e-mail. They refer to numbers, not to persons.',
  },
  how: {
    nb: 'Oppgaver bærer bare numre. Navnet slås opp idet oppgaven gjøres.',
    en: 'Tasks carry numbers only. The name is looked up as the task is done.',
  },
  controls: [
    query({
      name: 'no address in a job',
      finds: { nb: 'oppgaver inneholder en e-postadresse', en: 'jobs contain an e-mail address' },
      broken: () =>
        sql`select 1 from graphile_worker._private_jobs where (payload::text || coalesce(last_error, '') || coalesce(key, '')) ~* '[a-z0-9._-]+@[a-z0-9-]+\\.[a-z]'`,
      of: () => sql`select count(*) from graphile_worker._private_jobs`,
    }),
  ],
})

export const theLogCannotBeChanged = sentence({
  id: 'retention.the-log-cannot-be-changed',
  promises: ['4-h'],
  says: {
    nb: 'Det som er gjort med opplysningene dine, står i en logg som bare kan bli lengre. Hver natt regner vi hele loggen etter, og hvem som helst kan gjøre det samme.',
    en: 'What was done with your data stands in a log that can only grow. Every night we compute the whole log anew, and anybody can do the same.',
  },
  how: {
    nb: 'Loggen er et Merkle-tre (RFC 9162) over saltede avtrykk, signert med Ed25519. Innholdet kan slettes uten at beviset ryker.',
    en: 'The log is a Merkle tree (RFC 9162) over salted commitments, signed with Ed25519. Its content can be erased without breaking the proof.',
  },
  controls: [
    probe({
      name: 'the whole log computes',
      finds: { nb: 'innførsler eller signaturer stemmer ikke', en: 'entries or signatures do not agree' },
      reads: 'Each entry is hashed anew.',
      tries: async ({ db, publicKey }) => {
        const { faults, of } = await verifyLog(db, publicKey)
        const { rows } =
          await sql`select 1 from core.setting where key = 'evidence-key' and value <> to_jsonb(${publicKey}::text)`.execute(db)
        return { found: faults.length + rows.length, of }
      },
    }),
    logIsAsLong,
    query({
      name: 'the leaves are the entries',
      finds: { nb: 'blader i treet passer ikke til innførselen', en: 'leaves of the tree do not fit their entry' },
      broken: () => sql`select 1 from evidence.leaf l left join evidence.entry e on e.id = l.entry_id
          where l.leaf_hash is distinct from sha256('\\x00'::bytea || convert_to(e.id::text || '|' || floor(extract(epoch from e.at) * 1000)::bigint::text
            || '|' || e.kind || '|' || encode(e.commitment, 'hex'), 'UTF8'))
        union all select 1 from (select leaf_index - row_number() over (order by leaf_index) + 1 as off from evidence.leaf) g where off <> 0`,
      of: () => sql`select count(*) from evidence.leaf`,
    }),
    query({
      name: 'no role may rewrite it',
      finds: { nb: 'roller kan fjerne eller endre i loggen', en: 'roles can remove from or change the log' },
      broken:
        () => sql`select 1 from information_schema.table_privileges where table_schema = 'evidence' and grantee like 'ordholden%'
          and table_name in ('entry', 'leaf', 'checkpoint') and privilege_type in ('DELETE', 'TRUNCATE')
        union all select 1 from information_schema.column_privileges where table_schema = 'evidence' and grantee like 'ordholden%'
          and privilege_type = 'UPDATE' and (table_name in ('leaf', 'checkpoint') or (table_name = 'entry' and column_name in ('id', 'commitment')))`,
      of: () => sql`select count(*) from pg_roles where rolname like 'ordholden%'`,
    }),
  ],
})

export const breaches = sentence<{ readonly within: { readonly hours: number } }>({
  id: 'retention.breaches-are-reported',
  promises: ['4-i', 'X-5'],
  terms: { within: { hours: 72 } },
  says: {
    nb: ({ within }) =>
      `Kommer opplysninger på avveie, fører vi det i et register og melder det til Datatilsynet innen ${within.hours} timer fra vi ble klar over det, om det ikke er usannsynlig at noen rammes. Er risikoen for deg høy, skriver vi til deg.`,
    en: ({ within }) =>
      `If data go astray, we enter it in a register and notify the authority within ${within.hours} hours of becoming aware of it, unless it is unlikely that anybody is affected. If the risk to you is high, we write to you.`,
  },
  how: {
    nb: 'Hvem det gjelder og hva slags opplysninger, finner vi i loggen over oppslag og loggen over det som er sendt.',
    en: 'Whom it concerns and what kinds of data, we find in the log of look-ups and the log of what was sent.',
  },
  controls: [
    query({
      name: 'notified in time, or said why not',
      finds: { nb: 'avvik ble ikke meldt i tide', en: 'breaches were not notified in time' },
      broken: (now, { within }) => sql`select 1 from core.breach b
        left join lateral (select min(n.sent_at) as at, bool_or(n.late_because <> '') as excused from core.breach_notice n where n.breach_id = b.id) n on true
        where extract(epoch from coalesce(n.at, ${now}::timestamptz) - b.aware_at) > ${within.hours}::int * 3600
          and n.excused is not true and (b.harm is distinct from 'unlikely' or coalesce(b.not_notified_because, '') = '')`,
      of: () => sql`select count(*) from core.breach`,
    }),
    query({
      name: 'whoever is at high risk was told',
      finds: { nb: 'personer med høy risiko har ikke fått brev', en: 'persons at high risk got no letter' },
      broken: (now) => sql`select 1 from core.breach_person x join core.breach b on b.id = x.breach_id
        join core.person p on (p.account_id, p.id) = (x.account_id, x.person_id)
        where b.harm = 'high' and b.not_told_because is null and p.email <> '' and x.told_at is null
          and b.aware_at + interval '7 days' < coalesce(b.closed_at, ${now}::timestamptz)`,
      of: () => sql`select count(*) from core.breach_person`,
    }),
    query({
      name: 'each breach is in the log',
      finds: {
        nb: 'avvik er ført utenom loggen eller har fått endret tidspunkt',
        en: 'breaches bypassed the log or had their moment changed',
      },
      broken:
        () => sql`select 1 from core.breach b where not exists (select 1 from evidence.entry e where e.kind = 'breach registered'
        and e.body ->> 'number' = b.number and (e.body ->> 'awareAt')::timestamptz = b.aware_at)`,
      of: () => sql`select count(*) from core.breach`,
    }),
    test({
      name: 'the clock',
      finds: { nb: 'klokken gikk feil', en: 'the clock went wrong' },
      file: 'src/duties/breach/breach.test.ts',
      title: 'is seventy-two plain hours, through a weekend and both nights when the clock is turned',
    }),
  ],
})

export const unusualLookUps = sentence({
  id: 'retention.unusual-look-ups-are-seen',
  promises: ['4-f'],
  says: {
    nb: 'Slår en ansatt opp uvanlig mange, noen med sitt eget etternavn eller den samme om og om igjen, kommer det i en liste som personvernansvarlig ser gjennom.',
    en: 'If a member of staff looks up unusually many, somebody of their own surname or the same person again and again, it comes on a list for the privacy officer to look through.',
  },
  controls: [
    test({
      name: 'the list finds them',
      finds: { nb: 'uvanlige oppslag kom ikke med', en: 'unusual look-ups were left out' },
      file: 'src/duties/breach/breach.test.ts',
      title: 'lists who looked up unusually many, their own surname, or one person again and again, and nobody else',
    }),
  ],
})

export const securityLogEnds = sentence<{ readonly keep: Days }>({
  id: 'retention.security-log-ends',
  promises: ['4-a'],
  terms: { keep: days(90) },
  says: {
    nb: ({ keep }) => `Sikkerhetsloggen med IP-adresser slettes etter ${keep.days} dager.`,
    en: ({ keep }) => `The security log with IP addresses is deleted after ${keep.days} days.`,
  },
  controls: [
    query({
      name: 'no entry is older',
      finds: { nb: 'innførsler med IP-adresse er eldre enn lovet', en: 'entries with an IP address are older than promised' },
      broken: (now, { keep }) => sql`select 1 from auth.session where coalesce("ipAddress", '') <> ''
        and "createdAt" + make_interval(days => ${keep.days}::int + 7) < ${now}`,
      of: () => sql`select count(*) from auth.session`,
    }),
  ],
})

/** Section 4's second half: what guards the data while we have them. */
export const securitySentences = [
  staffAccess,
  lookUpsAreLogged,
  unusualLookUps,
  nothingLeaks,
  theLogCannotBeChanged,
  breaches,
  securityLogEnds,
]
