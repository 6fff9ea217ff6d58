import type { CaseState } from '#disclosure'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const caseWords: Readonly<Record<CaseState, { readonly nb: string; readonly tone: Tone }>> = {
  requested: { nb: 'skal vurderes', tone: 'warning' },
  assessed: { nb: 'venter på godkjenning', tone: 'warning' },
  approved: { nb: 'godkjent', tone: 'info' },
  executed: { nb: 'utlevert', tone: 'success' },
  closed: { nb: 'avsluttet', tone: 'neutral' },
  refused: { nb: 'avslått', tone: 'neutral' },
}

/** Why it could not be done, beside the button. */
export const refusals: Readonly<Record<string, string>> = {
  'no such case': 'Saken finnes ikke.',
  'not now': 'Det kan ikke gjøres slik saken står nå.',
  'only an order can withhold': 'Bare et pålegg kan si at personen ikke skal varsles.',
  'something is not on file': 'Noe mangler i saken. Se listen over det som må være på plass.',
  'another person must approve': 'En annen enn den som ba om det eller vurderte det, må godkjenne.',
  'assessed anew meanwhile':
    'Noen har vurdert saken på nytt siden du åpnet den. Les vurderingen slik den står nå, og godkjenn den.',
  'no hash of what is handed out': 'Velg filen som utleveres, eller skriv kontrollsummen: 64 tegn, 0–9 og a–f.',
  'the consent is not valid': 'Samtykket er trukket, ikke gitt ennå eller utløpt.',
  'more than the claim needs':
    'Inkassoforetaket får bare det kravet gjelder: firma, org.nr., faktura, beløp, frister og betalinger.',
  'the order says silence': 'Pålegget sier at personen ikke skal få vite det ennå.',
  'say why the person is not told': 'Skriv hvorfor personen ikke er varslet.',
}
