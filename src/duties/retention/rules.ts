export type Rule = {
  /** A PostgreSQL interval, or null where nothing but a decision ends it. */
  readonly period: string | null
  readonly from: string
  readonly nb: string
  readonly en: string
  readonly ground: string
  /** Whoever reads the law must look at it again by then (promise 0-e): YYYY-MM-DD. */
  readonly reviewedThrough: string
}

const reviewedThrough = '2027-06-30'

/** R-01 … R-34. A change here is a change of the statement (promise 8-a). */
export const rules = {
  'R-01': {
    period: '30 days',
    from: 'relationship end',
    nb: '30 dager etter at kundeforholdet er slutt',
    en: '30 days after the relationship ended',
    ground: 'GDPR art. 6(1)(f), 6(1)(b)',
    reviewedThrough,
  },
  'R-02': {
    period: '3 years',
    from: 'relationship end',
    nb: '3 år etter at kundeforholdet er slutt',
    en: '3 years after the relationship ended',
    ground: 'GDPR art. 6(1)(f)',
    reviewedThrough,
  },
  'R-02e': {
    period: '30 days',
    from: 'relationship end',
    nb: '30 dager etter at kundeforholdet er slutt',
    en: '30 days after the relationship ended',
    ground: 'GDPR art. 6(1)(b), 6(1)(c)',
    reviewedThrough,
  },
  'R-03': {
    period: '24 months',
    from: 'last sign-in',
    nb: '24 måneder etter siste innlogging',
    en: '24 months after the last sign-in',
    ground: 'GDPR art. 6(1)(b), 6(1)(f)',
    reviewedThrough,
  },
  'R-04': {
    period: '12 months',
    from: 'last message',
    nb: '12 måneder etter siste melding',
    en: '12 months after the last message',
    ground: 'GDPR art. 6(1)(f)',
    reviewedThrough,
  },
  'R-05': {
    period: '12 months',
    from: 'quote expired',
    nb: '12 måneder etter at tilbudet gikk ut',
    en: '12 months after the quote expired',
    ground: 'GDPR art. 6(1)(f)',
    reviewedThrough,
  },
  'R-06': {
    period: '3 years',
    from: 'delivery or due date',
    nb: '3 år etter levering eller forfall',
    en: '3 years after delivery or due date',
    ground: 'GDPR art. 6(1)(f), foreldelsesloven §§ 2, 3',
    reviewedThrough,
  },
  'R-07': {
    period: '5 years',
    from: 'accounting year end',
    nb: '5 år etter regnskapsårets slutt',
    en: '5 years after the end of the accounting year',
    ground: 'GDPR art. 6(1)(c), bokføringsloven § 13',
    reviewedThrough,
  },
  'R-08': {
    period: '3 years 6 months',
    from: 'accounting year end',
    nb: '3 år og 6 måneder etter regnskapsårets slutt',
    en: '3 years and 6 months after the end of the accounting year',
    ground: 'GDPR art. 6(1)(c), bokføringsloven § 13',
    reviewedThrough,
  },
  'R-09': {
    period: '3 years 6 months',
    from: 'accounting year end',
    nb: '3 år og 6 måneder etter regnskapsårets slutt',
    en: '3 years and 6 months after the end of the accounting year',
    ground: 'GDPR art. 6(1)(c), bokføringsloven § 13',
    reviewedThrough,
  },
  'R-10': {
    period: '3 years',
    from: 'limitation start',
    nb: '3 år, den alminnelige foreldelsesfristen',
    en: '3 years, the general limitation period',
    ground: 'GDPR art. 6(1)(f), foreldelsesloven §§ 2, 3',
    reviewedThrough,
  },
  'R-11': {
    period: '6 months',
    from: 'case closed',
    nb: '6 måneder etter at saken er lukket',
    en: '6 months after the case was closed',
    ground: 'GDPR art. 6(1)(f)',
    reviewedThrough,
  },
  'R-12': {
    period: '3 years',
    from: 'complaint settled',
    nb: '3 år etter at reklamasjonen er avsluttet',
    en: '3 years after the complaint was settled',
    ground: 'GDPR art. 6(1)(f), 17(3)(e)',
    reviewedThrough,
  },
  'R-13': {
    period: '30 days',
    from: 'filed',
    nb: '30 dager etter at meldingen er ført på saken',
    en: '30 days after the message was filed',
    ground: 'GDPR art. 6(1)(f)',
    reviewedThrough,
  },
  'R-14': {
    period: '3 years',
    from: 'withdrawal or last use',
    nb: '3 år etter at samtykket er trukket eller brukt sist',
    en: '3 years after withdrawal or last use',
    ground: 'GDPR art. 6(1)(c), 7(1)',
    reviewedThrough,
  },
  'R-15': {
    period: null,
    from: 'objection',
    nb: 'så lenge vi driver markedsføring',
    en: 'as long as we do any marketing',
    ground: 'GDPR art. 6(1)(c), 21(3)',
    reviewedThrough,
  },
  'R-16': {
    period: '3 years',
    from: 'sent',
    nb: '3 år etter at meldingen ble sendt',
    en: '3 years after the message was sent',
    ground: 'GDPR art. 6(1)(f), 5(2)',
    reviewedThrough,
  },
  'R-17': { period: '90 days', from: 'computed', nb: '90 dager', en: '90 days', ground: 'GDPR art. 6(1)(f)', reviewedThrough },
  'R-18': {
    period: '12 months',
    from: 'survey closed',
    nb: '12 måneder etter at undersøkelsen er avsluttet',
    en: '12 months after the survey closed',
    ground: 'GDPR art. 6(1)(f)',
    reviewedThrough,
  },
  'R-19': {
    period: '12 months',
    from: 'choice',
    nb: '12 måneder etter valget',
    en: '12 months after the choice',
    ground: 'ekomloven § 3-15',
    reviewedThrough,
  },
  'R-20': {
    period: '12 months',
    from: 'text replaced',
    nb: '12 måneder etter at teksten ble erstattet',
    en: '12 months after the text was replaced',
    ground: 'GDPR art. 5(2), 7(1)',
    reviewedThrough,
  },
  'R-21': { period: '25 hours', from: 'collected', nb: '25 timer', en: '25 hours', ground: 'GDPR art. 6(1)(a)', reviewedThrough },
  'R-22': { period: '90 days', from: 'event', nb: '90 dager', en: '90 days', ground: 'GDPR art. 6(1)(f), 32', reviewedThrough },
  'R-23': {
    period: '12 months',
    from: 'event',
    nb: '12 måneder',
    en: '12 months',
    ground: 'GDPR art. 6(1)(c), 32',
    reviewedThrough,
  },
  'R-24': {
    period: '3 years',
    from: 'case closed',
    nb: '3 år etter at kravet er besvart',
    en: '3 years after the request was answered',
    ground: 'GDPR art. 6(1)(c), 5(2)',
    reviewedThrough,
  },
  'R-25': {
    period: '3 years',
    from: 'erasure',
    nb: '3 år etter slettingen',
    en: '3 years after the erasure',
    ground: 'GDPR art. 5(2)',
    reviewedThrough,
  },
  'R-26': {
    period: '3 years',
    from: 'event',
    nb: '3 år etter overføringen',
    en: '3 years after the transfer',
    ground: 'GDPR art. 5(2), 15(1)(c)',
    reviewedThrough,
  },
  'R-26d': {
    period: '5 years',
    from: 'event',
    nb: '5 år etter utleveringen',
    en: '5 years after the disclosure',
    ground: 'GDPR art. 5(2), 15(1)(c)',
    reviewedThrough,
  },
  'R-26i': {
    period: '90 days',
    from: 'instruction',
    nb: 'til leverandørene har svart på instruksen, høyst 90 dager',
    en: 'until the suppliers have answered the instruction, 90 days at most',
    ground: 'GDPR art. 19, 28(3)(g)',
    reviewedThrough,
  },
  'R-27': {
    period: '5 years',
    from: 'breach closed',
    nb: '5 år etter at avviket er lukket',
    en: '5 years after the breach was closed',
    ground: 'GDPR art. 33(5)',
    reviewedThrough,
  },
  'R-28': {
    period: '3 years',
    from: 'claim settled',
    nb: '3 år etter at kravet er gjort opp',
    en: '3 years after the claim was settled',
    ground: 'GDPR art. 6(1)(f)',
    reviewedThrough,
  },
  'R-29': {
    period: '30 days',
    from: 'delivery',
    nb: '30 dager etter levering',
    en: '30 days after delivery',
    ground: 'GDPR art. 28',
    reviewedThrough,
  },
  'R-30': { period: '30 days', from: 'taken', nb: '30 dager', en: '30 days', ground: 'GDPR art. 6(1)(f), 32', reviewedThrough },
  'R-31': {
    period: '0 days',
    from: 'employment end',
    nb: 'straks arbeidsforholdet er slutt',
    en: 'at once when the employment ends',
    ground: 'GDPR art. 6(1)(f)',
    reviewedThrough,
  },
  'R-32': { period: null, from: 'none', nb: 'varig', en: 'permanently', ground: 'ikke personopplysninger', reviewedThrough },
  'R-33': { period: '12 months', from: 'check', nb: '12 måneder', en: '12 months', ground: 'GDPR art. 5(2)', reviewedThrough },
  'R-34': {
    period: '3 years',
    from: 'agreement ended',
    nb: '3 år etter at avtalen er slutt',
    en: '3 years after the agreement ended',
    ground: 'GDPR art. 6(1)(f)',
    reviewedThrough,
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** What is told to the person: how long, from what, under which law. */
export function writtenRule(rule: RuleId, language: 'nb' | 'en'): string {
  const { [language]: text, ground } = rules[rule]
  return `${text} (${ground})`
}

/** Rules that nobody has read against the law since their review date: still applied, and no longer to be trusted. */
export function outOfReview(today: string, schedule: Readonly<Record<string, Pick<Rule, 'reviewedThrough'>>> = rules): string[] {
  return Object.keys(schedule).filter((id) => schedule[id]!.reviewedThrough < today)
}
