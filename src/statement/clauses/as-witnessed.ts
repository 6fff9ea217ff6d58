/** Rows that somebody put in, changed or took out by hand: what was witnessed as it happened is held against what stands now. */
import { type RawBuilder, sql } from 'kysely'
import { lostOfCopy } from '#evidence'
import type { Line } from '#ledger'
import { standsNot } from '#restore'
import { probe, query } from '#sentence'

/** What the ledger outside the database says was done, and the database does not show. */
export const asEntered = (name: string, finds: { readonly nb: string; readonly en: string }, ...whats: Line['what'][]) =>
  probe({
    name,
    finds,
    tries: async ({ db, now, dataDir }) => {
      const { which, of } = await standsNot(db, now, dataDir, whats)
      return { found: which.length, of }
    },
  })

export const logIsAsLong = probe({
  name: 'nothing is cut off the log',
  finds: {
    nb: 'innførsler eller signaturer som er kjent utenfor databasen, mangler eller er andre',
    en: 'entries or signatures known outside the database are missing or others',
  },
  tries: async ({ db, dataDir }) => {
    const { which, of } = await lostOfCopy(db, dataDir)
    return { found: which.length, of }
  },
})

// SHA-256 of what was said yes to, how and when; whether it was confirmed or taken back later is no part of it.
const sumOfConsent = sql`encode(sha256(convert_to(concat_ws('|', c.id, c.purpose, c.channel, c.text_hash, c.language, c.statement_revision,
  c.source, c.mechanism, floor(extract(epoch from c.given_at) * 1000)::bigint), 'UTF8')), 'hex')`

export const consentIsWitnessed = query({
  name: 'each consent is in the log as it was given',
  finds: {
    nb: 'samtykker står ikke i bevisloggen slik de ble gitt, eller er tilbake etter at de ble trukket',
    en: 'consents do not stand in the evidence log as they were given, or are back after they were withdrawn',
  },
  reads: 'Each consent is held against its entry in the log.',
  broken:
    () => sql`select 1 from core.consent c left join evidence.entry e on e.kind = 'consent given' and e.body ->> 'consent' = c.id::text
      where e.id is null or e.at < c.given_at or e.body ->> 'hash' is distinct from ${sumOfConsent}
    union all select 1 from evidence.entry w join core.consent c on c.person_id = w.subject and c.given_at < w.at
      where w.kind = 'withdrawal' and c.withdrawn_at is null and w.body ->> 'purpose' in ('all', c.purpose)`,
  of: () => sql`select count(*) from core.consent`,
})

export const restrictionIsWitnessed = query({
  name: 'each restriction began and ended as the log says',
  finds: {
    nb: 'begrensninger er fjernet eller opphevet uten at loggen sier det',
    en: 'restrictions were removed or lifted and the log does not say so',
  },
  broken: () => sql`select 1 from core.restriction r where r.lifted_at is not null and r.case_id is not null
      and not exists (select 1 from evidence.entry e where e.kind = 'restriction lifted' and ${sameMoment(sql`e.at`, sql`r.lifted_at`)})
    union all select 1 from evidence.entry e join core.person p on p.id = e.subject where e.kind = 'restricted'
      and not exists (select 1 from core.restriction r where r.person_id = e.subject and ${sameMoment(sql`r.restricted_at`, sql`e.at`)})
      and not exists (select 1 from evidence.entry l where l.kind = 'restriction lifted' and l.subject = e.subject and l.at >= e.at)`,
  of: () => sql`select (select count(*) from core.restriction) + (select count(*) from evidence.entry where kind = 'restricted')`,
})

export const objectionIsWitnessed = query({
  name: 'each no in the log stands',
  finds: { nb: 'protester i loggen står ikke lenger', en: 'objections in the log no longer stand' },
  broken: () => sql`select 1 from evidence.entry e join core.person p on p.id = e.subject where e.kind = 'objection'
    and not exists (select 1 from core.objection o where o.person_id = e.subject and o.lifted_at is null and o.objected_at <= e.at
      and o.scope in ('contact', e.body ->> 'scope'))`,
  of: () => sql`select count(*) from evidence.entry where kind = 'objection'`,
})

export const holdIsWitnessed = query({
  name: 'each is in the log, and each in the log is here',
  finds: {
    nb: 'beslutninger om å beholde er tatt eller fjernet utenom loggen',
    en: 'decisions to keep were taken or removed behind the log',
  },
  broken: (now) => sql`select 1 from core.hold h where not ${holdSays(sql`'hold placed'`, sql`h.placed_at`)}
      or (h.reviewed_at > h.placed_at and not ${holdSays(sql`'hold reviewed'`, sql`h.reviewed_at`)})
      or (h.released_at is not null and not ${holdSays(sql`'hold released'`, sql`h.released_at`)})
      or h.lapses_on <> ((h.reviewed_at at time zone 'Europe/Oslo')::date + interval '12 months')::date
    union all select 1 from evidence.entry e where e.kind = 'hold placed' and e.body ? 'hold'
      and e.at > ${now}::timestamptz - interval '12 months' and not exists (select 1 from core.hold h where h.id::text = e.body ->> 'hold')
      and not exists (select 1 from evidence.entry r where r.kind = 'hold released' and r.body ->> 'hold' = e.body ->> 'hold')`,
  of: () => sql`select (select count(*) from core.hold) + (select count(*) from evidence.entry where kind = 'hold placed')`,
})

export const claimIsWitnessed = query({
  name: 'no request came later than the log says',
  finds: {
    nb: 'krav er borte, eller sies å ha kommet senere enn de kom',
    en: 'requests are gone, or are said to have come later than they came',
  },
  broken: () => sql`select 1 from evidence.entry e left join core.rights_case c on c.id::text = e.body ->> 'case'
    where e.kind = 'claim received' and e.body ? 'case' and (c.received_at > e.at
      or (c.id is null and exists (select 1 from core.person p where p.id = e.subject)))`,
  of: () => sql`select count(*) from evidence.entry where kind = 'claim received'`,
})

// An act writes one moment in both places; the tree knows milliseconds.
function sameMoment(one: RawBuilder<unknown>, other: RawBuilder<unknown>) {
  return sql`${one} between ${other} - interval '1 millisecond' and ${other} + interval '1 millisecond'`
}

// After a restore the log has the moment, and no longer the content.
function holdSays(kind: RawBuilder<unknown>, at: RawBuilder<unknown>) {
  return sql`exists (select 1 from evidence.entry e where e.kind = ${kind} and ${sameMoment(sql`e.at`, at)}
    and coalesce(e.body ->> 'hold' = h.id::text, true))`
}
