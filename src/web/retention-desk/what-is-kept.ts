import { tableWord } from '#rights'

/** The person's own words say «deg»; here staff read about others, and about what a person is never shown. */
const words: Readonly<Record<string, string>> = {
  'core.person': 'Kontaktpersoner',
  'archive.person': 'Kontaktpersoner, i det låste arkivet',
  'core.account': 'Kunder',
  'auth.user': 'Innlogginger',
  'auth.session': 'Økter',
  'auth.rateLimit': 'Telling av innloggingsforsøk',
  'core.archive_opening': 'Åpninger av det låste arkivet',
  'core.assessment': 'Interesseavveininger',
  'core.breach': 'Avvik',
  'core.breach_person': 'Hvem et avvik gjaldt',
  'core.breach_scope': 'Hva et avvik omfattet',
  'core.case_review': 'Stikkprøver av lukkede saker',
  'core.choice_receipt': 'Kvitteringer for valg om statistikk',
  'core.counted_transfer': 'Tall på det som ble fortalt videre uten å gjelde noen',
  'core.disclosure': 'Utleveringer, og avslag på det',
  'core.disclosure_case': 'Forespørsler om utlevering',
  'core.erasure_search': 'Nattens søk etter slettede',
  'core.former_identifier': 'Tidligere adresser, til nattens søk',
  'core.instruction': 'Beskjeder til mottakere',
  'core.instruction_subject': 'Hvem beskjedene gjelder',
  'core.operator_visit': 'Besøk med driftstilgang',
  'core.recipient': 'Adressene til leverandører som er sluttet',
  'core.recipient_confirmation': 'Bekreftelser fra leverandører',
  'core.recipient_review': 'Gjennomganger av leverandører',
  'core.refused_entry': 'Tekst som ble avvist',
  'core.refused_transfer': 'Overføringer som ble stanset',
  'core.rule_review': 'Lesninger av reglene',
  'core.staff': 'Ansatte',
  'evidence.attestation': 'Bekreftelser fra ansatte',
  'evidence.erasure_certificate': 'Slettebevis',
}

/** What a table holds, as the desk says it. */
export function whatIsKept(table: string): string {
  return words[table] ?? tableWord(table, 'nb')
}
