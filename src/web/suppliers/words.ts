import type { InstructionState } from '#processors'

/** How the desk says where an instruction stands, and how loudly. */
export const stateWords: Readonly<
  Record<InstructionState, { readonly nb: string; readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger' }>
> = {
  queued: { nb: 'sendes', tone: 'neutral' },
  sent: { nb: 'venter på svar', tone: 'info' },
  failed: { nb: 'kommer ikke fram', tone: 'danger' },
  escalated: { nb: 'ring dem', tone: 'warning' },
  overdue: { nb: 'ikke besvart i tide', tone: 'danger' },
  contested: { nb: 'nekter: ta stilling', tone: 'danger' },
  confirmed: { nb: 'bekreftet', tone: 'success' },
  kept_by_law: { nb: 'beholder etter lov', tone: 'neutral' },
  untold: { nb: 'kan ikke følges opp der', tone: 'neutral' },
}

export const roleWords = {
  processor: 'databehandler',
  controller: 'egen behandlingsansvarlig',
  own_module: 'vår egen modul',
} as const

export const kindNames: Readonly<Record<string, string>> = {
  erasure: 'Sletting',
  relationship_end: 'Slutt på kundeforholdet',
  rectification: 'Retting',
  restriction: 'Begrensning',
  restriction_lifted: 'Begrensning opphevet',
  recall: 'Tilbakekalling',
  second: 'Andre instruks',
}

/** Art. 28(3) (a) to (h), as a check list. */
export const article28 = {
  a: 'behandler bare etter dokumentert instruks',
  b: 'taushetsplikt for alle som behandler',
  c: 'sikkerhet etter art. 32',
  d: 'underleverandører bare etter vilkårene',
  e: 'hjelper oss med de registrertes rettigheter',
  f: 'hjelper oss med art. 32 til 36: sikkerhet, avvik, vurderinger',
  g: 'sletter eller leverer tilbake ved slutten',
  h: 'lar oss se etter at det stemmer',
} as const
