import { sql } from 'kysely'
import { query, sentence } from '#sentence'

const lineNames =
  'approved_by case_id evidence_hash executed_by fields ground handed_hash id legal_reference method necessity not_informed_because outcome purpose recipient_country recipient_name recipient_number requested_by withheld_until'.split(
    ' ',
  )
/** Lines from before these were kept have neither. */
const sumsOfPapers = ['evidence_hash', 'handed_hash']

/** SHA-256 of the line as JSON with its names in order (RFC 8785), written apart from what wrote it; empty where it has more. */
function sumOf(names: readonly string[]) {
  const parts = names.map((name) => `'"${name}":' || coalesce(to_json(d.${name})::text, 'null')`)
  const more = lineNames.filter((name) => !names.includes(name)).map((name) => `d.${name} is null`)
  const sum = `encode(sha256(convert_to('{' || ${parts.join(` || ',' || `)} || '}', 'UTF8')), 'hex')`
  return sql.raw(more.length === 0 ? sum : `case when ${more.join(' and ')} then ${sum} else '' end`)
}

export const theLogOfDisclosures = sentence({
  id: 'disclosure.is-logged',
  promises: ['6-h'],
  says: {
    nb: 'Hver utlevering står i en logg vi ikke kan endre: hvem som fikk hva, når, hvorfor og på hvilket grunnlag. Du finner din del på Min side.',
    en: 'Every disclosure stands in a log we cannot change: who got what, when, why and on which ground. You find your part on My page.',
  },
  controls: [
    query({
      name: 'those who send cannot rewrite',
      finds: { nb: 'roller kan endre loggen over overføringer', en: 'roles can change the log of transfers' },
      broken:
        () => sql`select 1 from information_schema.column_privileges where table_schema = 'core' and table_name = 'transfer' and privilege_type = 'UPDATE'
          and grantee like 'ordholden%' and column_name not in ('account_id', 'person_id') and grantee <> 'ordholden_rights_handling'
        union all select 1 from information_schema.table_privileges where table_schema = 'core' and table_name = 'transfer' and privilege_type in ('DELETE', 'TRUNCATE')
          and grantee like 'ordholden%' and grantee <> 'ordholden_legal_obligation'
        union all select 1 where not exists (select 1 from information_schema.tables where table_schema = 'rights_handling' and table_name = 'transfer')`,
      of: () => sql`select count(*) from pg_roles where rolname like 'ordholden%'`,
    }),
    query({
      name: 'each line is in the evidence log as it was written',
      finds: { nb: 'linjer mangler i bevisloggen eller er endret', en: 'lines lack in the evidence log or were changed' },
      // Its sum is counted anew from the line itself, so that neither a line nor its sum can be changed behind our back.
      broken: (now) => sql`select 1 from core.disclosure d where not exists (select 1 from evidence.entry e
        where e.body ->> 'entry' = d.id::text and e.body ->> 'hash' = d.content_hash and e.at = d.at)
        or d.content_hash not in (${sumOf(lineNames)}, ${sumOf(lineNames.filter((name) => !sumsOfPapers.includes(name)))})
        -- A line that was witnessed ends by its law and not before.
        union all select 1 from evidence.entry e where e.kind like 'disclosure %' and e.body ? 'entry' and e.at > ${now}::timestamptz - interval '5 years'
          and not exists (select 1 from core.disclosure d where d.id::text = e.body ->> 'entry')
        union all select 1 from information_schema.column_privileges where table_schema = 'core' and table_name = 'disclosure'
          and privilege_type = 'UPDATE' and grantee like 'ordholden%'`,
      of: () => sql`select count(*) from core.disclosure`,
    }),
  ],
})
