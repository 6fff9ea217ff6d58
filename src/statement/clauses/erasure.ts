import { sql } from 'kysely'
import { query, sentence, test } from '#sentence'

export const erasure = sentence({
  id: 'registration.erasure-leaves-nothing',
  promises: ['2.1-i', '4-l'],
  says: {
    nb: 'Ber du oss slette deg, sletter vi straks alt loven ikke pålegger oss å beholde. Natten etter leter vi gjennom hver tabell og hver fil etter deg. Saken lukkes først når ingenting er igjen.',
    en: 'If you ask us to erase you, we at once erase everything the law does not oblige us to keep. The following night we search every table and every file for you. The case is closed only when nothing is left.',
  },
  how: {
    nb: 'Til letingen har vi bare avtrykk av navn, e-post, telefon og id, laget med en nøkkel utenfor databasen. De ødelegges når letingen ikke finner noe, og senest etter 30 dager. Det en maskin ikke kan avgjøre, ser et menneske på.',
    en: 'For the search we have only fingerprints of name, e-mail, telephone and id, made with a key outside the database. They are destroyed when the search finds nothing, and after 30 days at the latest. What a machine cannot decide, a person looks at.',
  },
  controls: [
    query({
      name: 'the search found nothing',
      finds: { nb: 'slettinger etterlot rester', en: 'erasures left remains' },
      broken: () => sql`select 1 from evidence.erasure_certificate c where residual_found <> 0
          and not exists (select 1 from core.erasure_search s where s.certificate_id = c.id and s.passed_at is not null)
        union all select 1 from core.erasure_search where passed_at is null and finds <> '[]'::jsonb`,
      of: () => sql`select count(*) from evidence.erasure_certificate`,
    }),
    query({
      name: 'everything was searched the night after',
      finds: { nb: 'slettinger er ikke fulgt av en leting', en: 'erasures were not followed by a search' },
      broken: (now) => sql`select 1 from evidence.erasure_certificate c
        where c.at > (select applied_at from house.migration where name = '0075-erasure-search.sql') and c.at + interval '48 hours' < ${now}
          and not exists (select 1 from core.erasure_search s where s.certificate_id = c.id and s.searched_at > c.at)`,
      of: () => sql`select count(*) from evidence.erasure_certificate`,
    }),
    query({
      name: 'no case was closed before the search had passed',
      finds: { nb: 'saker ble lukket før letingen var ferdig', en: 'cases were closed before the search had passed' },
      broken:
        () => sql`select 1 from core.erasure_search s join core.rights_case c on (c.account_id, c.id) = (s.account_id, s.case_id)
        where c.closed_at < s.passed_at or (c.closed_at is not null and s.passed_at is null)`,
      of: () => sql`select count(*) from core.erasure_search`,
    }),
    query({
      name: 'nobody who is erased can be recognised any more',
      finds: { nb: 'avtrykk er beholdt for lenge', en: 'fingerprints were kept too long' },
      broken: (now) => sql`select 1 from core.erasure_search where sought is not null
        and (passed_at is not null or erased_at + interval '31 days' < ${now})`,
      of: () => sql`select count(*) from core.erasure_search`,
    }),
    query({
      name: 'the erased are gone',
      finds: {
        nb: 'personer står igjen etter at slettekravet er besvart',
        en: 'persons remain after their erasure was answered',
      },
      broken: () => sql`select 1 from core.rights_case c join core.person p on p.id = c.person_id
        where c.kind = 'erasure' and c.closed_at is not null and num_nonnulls(p.email, p.phone, p.last_name, p.first_name) > 0`,
      of: () => sql`select count(*) from core.rights_case where kind = 'erasure' and closed_at is not null`,
    }),
    test({
      name: 'an erasure that forgets a store is caught',
      finds: { nb: 'lagre kunne glemmes uten at det ble oppdaget', en: 'stores could be forgotten without being noticed' },
      file: 'src/duties/rights/search-everything.test.ts',
      title: 'is caught, whichever store it is',
    }),
    test({
      name: 'what nobody declared is found',
      finds: { nb: 'steder ble ikke gjennomsøkt', en: 'places were not searched' },
      file: 'src/duties/rights/search-everything.test.ts',
      title: 'finds what nobody declared and no index knows, keeps the case open, and passes when a person has seen to it',
    }),
  ],
})
