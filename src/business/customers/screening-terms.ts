import { type QueryExecutorProvider, sql } from 'kysely'

/**
 * Words that tell of a person's health, trade union, faith, politics, sexuality, ethnicity or punishment (art. 9 and 10). They
 * stand for whole words, with * for any ending; names of such organisations are left alone, because they are customers too.
 */
const usualTerms: readonly string[] = [
  'sykmeld*',
  'sykemeld*',
  'diagnose',
  'diagnosen',
  'diagnosert',
  'diabetes',
  'diabetiker*',
  'kreftsyk*',
  'har kreft',
  'depresjon*',
  'deprimert',
  'psykisk syk*',
  'allergi',
  'allergier',
  'allergisk*',
  'cøliaki*',
  'gravid',
  'gravide',
  'ufør',
  'uføretrygd*',
  'funksjonshemm*',
  'rusmis*',
  'alkoholiker*',
  'fagforeningsmedlem*',
  'fagorganisert*',
  'uorganisert',
  'medlem av fagforening*',
  'muslim',
  'muslimer',
  'jøde',
  'jøder',
  'katolikk*',
  'hindu',
  'ateist*',
  'halal',
  'kosher',
  'troende',
  'homofil*',
  'lesbisk*',
  'biseksuell*',
  'seksuell legning',
  'etnisk bakgrunn',
  'partimedlem*',
  'straffedømt*',
  'straffbare forhold',
  'sick leave',
  'diagnosis',
  'has cancer',
  'depressed',
  'allergy',
  'allergies',
  'allergic',
  'coeliac',
  'pregnant',
  'disabled',
  'disability',
  'trade union member*',
  'union member*',
  'jewish',
  'catholic',
  'atheist',
  'homosexual',
  'lesbian',
  'sexual orientation',
  'criminal record',
]

const key = 'screening.terms'

/** The merchant's own list; the usual one until they have made their own. */
export async function screeningTerms(db: QueryExecutorProvider): Promise<readonly string[]> {
  const { rows } = await sql<{ value: unknown }>`select value from setting where key = ${key}`.execute(db)
  const value = rows[0]?.value
  return Array.isArray(value) ? value.map(String) : usualTerms
}

/** Keeps the list, one term a line; blank lines and doubles are left out. An empty list screens for numbers alone. */
export async function saveScreeningTerms(db: QueryExecutorProvider, now: Date, lines: string): Promise<readonly string[]> {
  const terms = [
    ...new Set(
      lines
        .split(/\r?\n/)
        .map((line) => line.normalize('NFC').trim().toLowerCase())
        .filter(Boolean),
    ),
  ]
  await sql`insert into core.setting (key, value, changed_at) values (${key}, ${JSON.stringify(terms)}::jsonb, ${now})
    on conflict (key) do update set value = ${JSON.stringify(terms)}::jsonb, changed_at = ${now}`.execute(db)
  return terms
}
