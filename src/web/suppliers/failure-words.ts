/** Why an instruction did not arrive, for whoever must do something about it; the log keeps the error as it was. */
const causes: readonly (readonly [RegExp, string])[] = [
  [/^the receiver answered (\d+)/, 'Mottaket deres svarte $1.'],
  [/fetch failed|redirect/, 'Ingen tok imot på adressen. Er den riktig?'],
  [/timeout|aborted/i, 'De svarte ikke innen 15 sekunder.'],
  [/cannot be reached/, 'Det er ikke satt opp noen adresse. Velg webhook eller brev på leverandørens side.'],
  [/is not active/, 'Erklæringen som gjelder, nevner dem ikke.'],
  [/has no signed agreement/, 'Avtalen mangler, er utløpt eller dekker ikke hele art. 28(3).'],
  [/may not receive anything for/, 'Registeret sier ikke at de kan få noe for å oppfylle rettigheter.'],
  [/may not receive/, 'Noe av det de skulle kjenne personen igjen på, er ikke ført som felt de får.'],
  [/outside the EEA/, 'De er utenfor EØS, og grunnlaget for overføringen mangler.'],
]

export function failureWords(failure: string): string {
  const found = causes.find(([cause]) => cause.test(failure))
  if (found === undefined) return `Uventet feil: ${failure}`
  const [cause, words] = found
  return words.replace('$1', cause.exec(failure)?.[1] ?? '')
}
