import { sql } from 'kysely'
import { query, sentence } from '#sentence'
import type { Clause } from './clause.ts'
import { lettersThat } from './kinds.ts'

export const noneCompiled = sentence({
  id: 'compilation.none-today',
  promises: ['3-a', '3-c', '3-d', '3-e', '3-h'],
  says: {
    nb: 'I dag sammenstiller vi ikke kundenes opplysninger, heller ikke anonymt. Det finnes ingen slik tabell, og derfor heller ingen små grupper å kjenne noen igjen i.',
    en: 'Today we do not compile our customers’ data, not even anonymously. There is no such table, and so no small groups to recognise anybody in.',
  },
  controls: [
    query({
      name: 'there is no compiled table',
      finds: { nb: 'tabeller eller utsnitt inneholder sammenstillinger', en: 'tables or views hold compilations' },
      broken: () => sql`select 1 from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')
          and table_name ~ '(compil|aggregate|cohort|segment|insight|cube|summary)'
        union all select 1 from pg_matviews where schemaname not in ('pg_catalog', 'information_schema')`,
      of: () =>
        sql`select count(*) from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
    }),
  ],
})

export const noWayBack = sentence({
  id: 'compilation.no-way-back',
  promises: ['3-b', '3-f'],
  says: {
    nb: 'Formålet som skal lage anonyme tall, kan ikke skrive noe og ser ingen rad om en person. Har du protestert eller fått begrensning, er du ikke med i det hele tatt.',
    en: 'The purpose that is to make anonymous figures can write nothing and sees no row about a person. If you have objected or are restricted, you are not in it at all.',
  },
  controls: [
    query({
      name: 'the maker of figures sees no person',
      finds: {
        nb: 'utsnitt for anonyme tall viser personer eller kunder',
        en: 'views for anonymous figures show persons or customers',
      },
      broken: () => sql`select 1 from information_schema.columns where table_schema = 'anonymous_compilation'
          and column_name in ('account_id', 'person_id', 'email', 'phone', 'first_name', 'last_name')
        union all select 1 from information_schema.table_privileges where grantee = 'ordholden_anonymous_compilation'
          and table_schema = 'core' and privilege_type in ('SELECT', 'UPDATE', 'DELETE')`,
      of: () => sql`select count(*) from information_schema.tables where table_schema = 'anonymous_compilation'`,
    }),
  ],
})

export const neverPicksYou = sentence({
  id: 'compilation.never-picks-you',
  promises: ['3-g'],
  says: {
    nb: 'Anonyme tall kan bestemme hva vi tilbyr, men aldri hvem som får tilbudet.',
    en: 'Anonymous figures may decide what we offer, but never who gets the offer.',
  },
  controls: [
    query({
      name: 'no message came from figures',
      finds: {
        nb: 'meldinger ble sendt på grunnlag av anonyme tall',
        en: 'messages were sent on the ground of anonymous figures',
      },
      broken: () => sql`select 1 ${lettersThat(sql`purpose in ('anonymous_compilation', 'trend')`)}`,
      of: () => sql`select count(*) from core.mail`,
    }),
  ],
})

export const compilationClause: Clause = {
  id: 'compilation',
  number: '3',
  title: { nb: 'Sammenstilling', en: 'Compilation' },
  sentences: [noneCompiled, noWayBack, neverPicksYou],
}
