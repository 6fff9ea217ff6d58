import type { Shelf } from '#rights'

export const shelfWords: Readonly<Record<Shelf, string>> = {
  waiting: 'Venter på oss',
  pending: 'Venter på andre',
  closed: 'Besvart',
  all: 'Alle',
}

/** How we know who asks, as staff read it. */
export const identityWords: Readonly<Record<string, string>> = {
  session: 'innlogget',
  link: 'bekreftet med lenke',
  staff: 'bekreftet av oss',
  not_needed: 'trengs ikke',
  unproven: 'ikke bekreftet ennå',
  shared_mailbox: 'felles postkasse',
  left_company: 'har sluttet',
  unknown: 'ukjent adresse',
}

export const groundWords: Readonly<Record<string, string>> = {
  accuracy_contested: 'riktigheten er bestridt (art. 18 nr. 1 a)',
  unlawful_keep: 'ulovlig, men skal ikke slettes (b)',
  needed_by_subject_for_claim: 'personen trenger dem for et krav (c)',
  objection_pending: 'protest er ikke avgjort (d)',
}

/** Lines of the timeline. */
export const eventWords: Readonly<Record<string, string>> = {
  received: 'Mottatt',
  acknowledged: 'Kvittering sendt',
  'link sent': 'Lenke sendt til registrert adresse',
  'link confirmed': 'Lenken ble åpnet og bekreftet',
  'identity shown': 'Vi vet hvem det er',
  'wrote again': 'Personen skrev igjen',
  'person found': 'Personen er funnet',
  'found in the archive': 'Personen er funnet i det låste arkivet',
  'read by a person': 'Lest og vurdert',
  restricted: 'Opplysningene er begrenset',
  'lifting announced': 'Personen er varslet om at begrensningen oppheves',
  'restriction lifted': 'Begrensningen er opphevet',
  'lifted again': 'Begrensningen er opphevet på nytt etter en gjenoppretting',
  'exception used': 'Unntak fra begrensningen er brukt',
  'decision proposed': 'Avgjørelse foreslått',
  'decision approved': 'Avgjørelse godkjent av en til',
  'decision withdrawn': 'Forslaget er trukket',
  answered: 'Besvart',
  downloaded: 'Lastet ned',
  'asked about another': 'Spurte om en annen enn seg selv',
  'pending done': 'Noe som sto igjen, er gjort',
  warned: 'Varsel om frist',
  redacted: 'Tekst er gjennomgått og strøket i',
  exported: 'Saken er eksportert',
}

export const outcomeWords: Readonly<Record<string, string>> = {
  'ready to download': 'klart til nedlasting',
  'nothing held': 'vi har ingenting',
  answered: 'besvart med brev',
  'about another': 'vi gir ikke ut noe om andre',
  refused: 'avslått, med begrunnelse',
  'not a claim': 'ikke et krav',
}

export const refusalWords: Readonly<Record<string, string>> = {
  'already answered': 'Saken er besvart allerede.',
  'identity not shown': 'Vi vet ikke ennå hvem det er. Send en lenke, eller ring tilbake på et registrert nummer.',
  'no safe address': 'Det finnes ingen adresse vi trygt kan sende til. Svar med brev, eller ring.',
  'text is empty': 'Skriv svaret.',
  'not confirmed as relevant': 'Bekreft at saken bare inneholder det som er relevant og nødvendig.',
  'still pending': 'Noe står igjen.',
  'something is held': 'Søket fant noe. Da kan vi ikke svare at vi ikke har noe.',
  'nobody there': 'Ingen er registrert med den adressen.',
  'several share it': 'Flere er registrert med den adressen, så den viser ikke hvem det er. Finn en annen adresse, eller ring.',
  'nobody to erase': 'Vi har ikke funnet personen.',
  'reasons are too short': 'Skriv begrunnelsen med fakta i saken, minst 40 tegn.',
  'needs another': 'Den som foreslo det, kan ikke godkjenne det selv.',
  'no such decision': 'Forslaget finnes ikke lenger.',
  'nothing restricted': 'Ingenting er begrenset i denne saken.',
  'nothing held': 'Teksten er gått gjennom allerede.',
  'restricted for a claim': 'Personen har krevd at opplysningene bevares. Avgjør det først.',
  'no such pending': 'Det punktet står ikke i saken.',
  'no person': 'Finn personen først.',
  'national identity number': 'Det ser ut som et fødselsnummer. Stryk det.',
  'payment card number': 'Det ser ut som et kortnummer. Stryk det.',
}

export const decisionWords: Readonly<Record<string, string>> = {
  refuse: 'Avslag',
  refuse_partly: 'Delvis avslag',
  lift: 'Begrensningen oppheves',
  continue: 'Protesten tas ikke til følge',
}

export const exceptionWords: Readonly<Record<string, string>> = {
  subject_consent: 'personen samtykker',
  legal_claim: 'rettskrav',
  protect_other_person: 'vern av en annen person',
  important_public_interest: 'viktig samfunnsinteresse',
}

export const categoryWords: Readonly<Record<string, string>> = {
  '': 'Alt om personen',
  dialogue: 'Bare henvendelser og dialog',
  trade: 'Bare tilbud, ordre og leveranser',
}
