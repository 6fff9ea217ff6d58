export const kindNames = { product: 'Vare', decoration: 'Trykk', setup: 'Oppstart', freight: 'Frakt', note: 'Merknad' } as const

export const refusals: Readonly<Record<string, string>> = {
  'not found': 'Tilbudet finnes ikke.',
  'no longer editable': 'Tilbudet kan ikke endres lenger.',
  'changed by somebody else':
    'Noen andre har lagret tilbudet siden du åpnet det. Det du skrev, står her. Lagre en gang til for å beholde ditt.',
  'national identity number': 'Dette ser ut som et fødselsnummer. Det kan vi ikke lagre.',
  'special category':
    'Dette ser ut til å fortelle om noens helse, tro, fagforening eller lignende. Det lagrer vi ikke. Er det noe annet, skriv hvorfor nederst i skjemaet.',
  'payment card number': 'Dette ser ut som et kortnummer. Det kan vi ikke lagre.',
  'no longer to be sent': 'Tilbudet kan ikke sendes lenger.',
  'nothing to send': 'Det er ingen endringer å sende.',
  'no lines': 'Legg til minst én linje før du sender.',
  'valid until a day that has passed': 'Velg en dag som ikke har vært.',
  'nobody to send to': 'Kunden har ingen e-postadresse. Skriv en på kundekortet først.',
  'no longer to be withdrawn': 'Tilbudet kan ikke trekkes lenger.',
}
