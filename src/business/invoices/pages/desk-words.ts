export const refusals: Readonly<Record<string, string>> = {
  'not found': 'Vi finner den ikke. Den kan være avbestilt.',
  'not complete': 'Fakturaen mangler noe. Se listen.',
  'number too long for KID': 'Kundenummeret er for langt for KID.',
  'national identity number': 'Dette ser ut som et fødselsnummer. Det kan vi ikke lagre.',
  'special category':
    'Dette ser ut til å fortelle om noens helse, tro, fagforening eller lignende. Det lagrer vi ikke. Er det noe annet, skriv hvorfor nederst i skjemaet.',
  'payment card number': 'Dette ser ut som et kortnummer. Det kan vi ikke lagre.',
  'no reason': 'Skriv hvorfor det krediteres; det står på kreditnotaen.',
  'nothing to credit': 'Velg minst én linje å kreditere.',
  'more than remains': 'Så mye er det ikke igjen å kreditere.',
  'not now': 'Fakturaen er allerede gjort opp.',
  'amount must be more than nothing': 'Skriv et beløp over null.',
  'more than is owed': 'Det er mer enn det som står igjen.',
  'paid in the future': 'Datoen har ikke vært ennå.',
}
