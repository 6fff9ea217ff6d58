import { sql } from 'kysely'
import { query, sentence, test } from '#sentence'

/** For the clause `processors`: art. 19, whoever got it from us hears what became of it. */
export const recipientsAreTold = sentence({
  id: 'processors.recipients-are-told',
  promises: ['X-11'],
  says: {
    nb: 'Retter, sletter eller begrenser vi noe, eller opphever vi en begrensning, sier vi fra til alle som har fått det fra oss, også dem som har fått det utlevert. Går det ikke, skriver vi ned hvorfor. Du ser hvem som har fått beskjed.',
    en: 'If we correct, erase or restrict something, or lift a restriction, we tell everyone who got it from us, also those it was disclosed to. If that is impossible, we write down why. You see who was told.',
  },
  controls: [
    query({
      name: 'nobody was forgotten',
      finds: {
        nb: 'rettinger og slettinger ble ikke sagt videre',
        en: 'corrections and erasures were not passed on',
      },
      // Counted from the first instruction there ever was: before it, nobody was told by the program.
      broken: () => sql`select 1 from core.rights_case c where c.kind in ('rectification', 'erasure') and c.closed_at is not null
        and c.closed_at >= (select min(queued_at) from core.instruction)
        and exists (select 1 from core.transfer t where t.account_id = c.account_id and t.at < c.closed_at
          and (c.kind = 'erasure' or t.person_id = c.person_id) and t.recipient <> 'best-salg')
        and not exists (select 1 from core.instruction i where i.account_id = c.account_id and i.kind = c.kind
          and i.queued_at between c.received_at and c.closed_at)`,
      of: () => sql`select count(*) from core.rights_case where kind in ('rectification', 'erasure')`,
    }),
    query({
      name: 'nobody was forgotten at the desk either',
      finds: {
        nb: 'rettinger, også dem vi selv gjorde, ble ikke sagt videre',
        en: 'corrections, our own too, were not passed on',
      },
      // What staff correct is no claim and has no case; before this the program told of claims alone.
      broken: () => sql`select 1 from evidence.entry e where e.kind = 'contact corrected'
        and e.at > (select min(m.applied_at) from house.migration m where m.name like '0260%')
        and exists (select 1 from core.transfer t where t.person_id = e.subject and t.at < e.at and t.recipient <> 'best-salg')
        and not exists (select 1 from core.instruction i where i.person_id = e.subject and i.kind = 'rectification' and i.queued_at = e.at)`,
      of: () => sql`select count(*) from evidence.entry where kind = 'contact corrected'`,
    }),
    query({
      name: 'whoever runs our machines was told',
      finds: {
        nb: 'de som har alles opplysninger, fikk ikke vite om en begrensning eller at den er opphevet',
        en: 'those who hold everybody’s data were not told of a restriction or of its lifting',
      },
      // Before the program asked the register, it asked the log of transfers alone.
      broken:
        () => sql`select 1 from core.restriction r cross join lateral (values (r.restricted_at, 'restriction'), (r.lifted_at, 'restriction_lifted')) happened (at, kind)
        join core.recipient h on h.holds = 'everybody' and h.role <> 'own_module' and 'person.id' = any(h.known_by)
          and h.active_at < happened.at and coalesce(h.ended_at, 'infinity') > happened.at
        where r.case_id is not null and happened.at > (select min(m.applied_at) from house.migration m where m.name like '0231%')
          and not exists (select 1 from core.instruction i where i.account_id = r.account_id and i.recipient = h.id and i.kind = happened.kind
            and i.queued_at = happened.at)`,
      of: () => sql`select count(*) from core.restriction where case_id is not null`,
    }),
    query({
      name: 'whoever it was disclosed to was told',
      finds: {
        nb: 'mottakere av utleveringer fikk ikke vite om en begrensning eller at den er opphevet',
        en: 'recipients of disclosures were not told of a restriction or of its lifting',
      },
      // A letter lives for a while only; what is older than a month was looked at each night of it.
      broken: (now) => sql`select 1 from core.restriction r
        cross join lateral (values (r.restricted_at, 'begrenset|restricted'), (r.lifted_at, 'opphevet|lifted')) happened (at, word)
        join core.disclosure_case d on (d.account_id, d.person_id) = (r.account_id, r.person_id)
        where r.case_id is not null and happened.at > ${now}::timestamptz - interval '30 days'
          and d.executed_at < happened.at and coalesce(d.recalled_at, 'infinity') > happened.at and d.recipient_mailbox is not null
          and not exists (select 1 from core.mail m where m.account_id = d.account_id and m.to_address = d.recipient_mailbox
            and m.queued_at >= happened.at and position(d.id::text in m.body) > 0 and m.body ~ happened.word)`,
      of: () => sql`select count(*) from core.disclosure_case where executed_at is not null and recipient_mailbox is not null`,
    }),
    query({
      name: 'told exactly what is restricted',
      finds: {
        nb: 'leverandører fikk vite om mer eller mindre enn det som er begrenset',
        en: 'suppliers were told of more or less than what is restricted',
      },
      // Before the program could say it, it said everything.
      broken:
        () => sql`select 1 from core.restriction r cross join lateral (values (r.restricted_at, 'restriction'), (r.lifted_at, 'restriction_lifted')) happened (at, kind)
        join core.instruction i on (i.account_id, i.person_id, i.kind, i.queued_at) = (r.account_id, r.person_id, happened.kind, happened.at)
        where i.queued_at > (select min(m.applied_at) from house.migration m where m.name like '0200%')
          and (coalesce(i.scope ->> 'category', '') <> coalesce(r.category, '') or (i.scope -> 'document' is null) <> (r.document is null)
            or coalesce(jsonb_array_length(i.scope -> 'fields'), 0) <> coalesce(cardinality(r.fields), 0)
            or exists (select 1 from unnest(r.fields) f where not coalesce(i.scope -> 'fields' ? ('person.' || f), false)))`,
      of: () => sql`select count(*) from core.instruction where kind in ('restriction', 'restriction_lifted')`,
    }),
    test({
      name: 'told of the part, and under silence too',
      finds: { nb: 'mottakere fikk feil beskjed eller ingen', en: 'recipients were told wrongly or not at all' },
      file: 'src/duties/rights/at-my-page.test.ts',
      title:
        'writes to whoever got it under silence too, in their language, and says nothing of them to the person until the day',
    }),
    test({
      name: 'disclosures are followed up too',
      finds: { nb: 'mottakere fikk ikke beskjed', en: 'recipients were not told' },
      file: 'src/duties/rights/at-my-page.test.ts',
      title: 'tells whoever it was disclosed to of restriction, lifting and erasure, without naming anybody',
    }),
    test({
      name: 'a recipient is told over the network',
      finds: { nb: 'prøven feilet', en: 'the test failed' },
      file: 'src/web/suppliers/suppliers.test.ts',
      title: 'reaches the supplier signed, is done there, and leaves nothing that names her here',
    }),
  ],
})
