import { sql, type QueryExecutorProvider } from 'kysely'
import { writtenDay } from '#clock'
import type { Language } from '#languages'
import { expirySql, type RuleId } from '#retention'

export type What = 'stopped' | 'suppliers' | 'contact' | 'dialogue without trade' | 'dialogue' | 'invoices'
export type Moment = { readonly what: What; readonly on: string }

/**
 * What goes when, counted by the database from an end: the day from which it is not there any longer (YYYY-MM-DD,
 * Europe/Oslo). Suppliers have fourteen days from the day they are asked.
 */
export async function whatHappensWhen(db: QueryExecutorProvider, endedAt: Date, askedAt: Date = endedAt): Promise<Moment[]> {
  const literal = (at: Date) => `timestamptz '${at.toISOString()}'`
  const day = (moment: string) => `to_char((${moment}) at time zone 'Europe/Oslo', 'YYYY-MM-DD')`
  const moments: readonly (readonly [What, string])[] = [
    ['stopped', literal(endedAt)],
    ['suppliers', `${literal(askedAt)} + interval '14 days'`],
    ...rules.map(([what, rule]) => [what, expirySql(rule, literal(endedAt))] as const),
  ]
  const lines = moments.map(([what, moment], n) => `select ${n} as n, '${what}' as what, ${day(moment)} as on`)
  const { rows } = await sql.raw<Moment & { n: number }>(`${lines.join(' union all ')} order by n`).execute(db)
  return rows.map(({ what, on }) => ({ what, on }))
}

/** The latest, if the last thing between us was on the day it ended. */
const rules: readonly (readonly [What, RuleId])[] = [
  ['contact', 'R-01'],
  ['dialogue without trade', 'R-04'],
  ['dialogue', 'R-10'],
  ['invoices', 'R-07'],
]

type WrittenMoment = { readonly day: string; readonly text: string }

export function writtenMoments(moments: readonly Moment[], language: Language): WrittenMoment[] {
  return moments.map(({ what, on }) => ({ day: writtenDay(on, language), text: words[what][language] }))
}

const words: Readonly<Record<What, Readonly<Record<Language, string>>>> = {
  stopped: {
    nb: 'Kundeforholdet er slutt. Reklame og tilpasning stanser.',
    en: 'The relationship has ended. Advertising and tailoring stop.',
  },
  suppliers: {
    nb: 'Leverandører som har opplysninger, skal ha slettet dem og svart.',
    en: 'Suppliers that hold data must have deleted them and answered.',
  },
  contact: {
    nb: 'Kontaktopplysninger og innlogging er borte. Dialogen er låst i arkivet for krav.',
    en: 'Contact details and sign-in are gone. The dialogue is locked in the archive for claims.',
  },
  'dialogue without trade': {
    nb: 'Forespørsler og tilbud som ikke førte til handel, er borte.',
    en: 'Inquiries and quotes that led to no trade are gone.',
  },
  dialogue: {
    nb: 'Resten av dialogen er borte, etter foreldelsesloven §§ 2 og 3.',
    en: 'The rest of the dialogue is gone, by the Limitation Act §§ 2 and 3.',
  },
  invoices: {
    nb: 'De siste bilagene er borte, etter bokføringsloven § 13.',
    en: 'The last accounting documents are gone, by the Bookkeeping Act § 13.',
  },
}
