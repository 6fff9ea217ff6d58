const nb = {
  title: 'La opplysningene mine ligge',
  lead: 'Vi oppbevarer dem og gjør ellers ingenting med dem, fra du trykker på knappen. Loven kaller det begrensning.',
  scope: 'Hva skal ligge?',
  everything: 'Alt om meg',
  categories: { dialogue: 'Alt vi har skrevet til hverandre', trade: 'Alle tilbud og ordre' } as Record<string, string>,
  oneField: 'En opplysning',
  onePaper: 'Ett papir',
  why: 'Hvorfor?',
  grounds: {
    accuracy_contested: 'Noe er feil',
    unlawful_keep: 'Dere skulle ikke hatt det, men ikke slett det',
    needed_by_subject_for_claim: 'Jeg trenger det til et krav',
    objection_pending: 'Du har protestert',
  } as Record<string, string>,
  text: 'Vil du si noe mer?',
  textHint: 'Er noe feil, må du skrive hva. Ikke skriv fødselsnummer.',
  button: 'La det ligge',
  goesOn: 'Faktura og bokføring går som før, fordi loven krever det.',
  done: 'Det er gjort',
  doneSays:
    'Ingen hos oss bruker det lenger, og det blir ikke slettet. De som har fått det av oss, får samme beskjed. Du opphever det selv her når du vil.',
  doneAndWaits: (due: string) =>
    `Ingen hos oss bruker det mens et menneske ser på hva som er feil. De som har fått det av oss, får samme beskjed. Du får svar senest ${due}.`,
  standing: 'Dette ligger nå',
  since: (day: string, why: string) => `siden ${day}. ${why}.`,
  lift: 'Ta det i bruk igjen',
  lifted: 'Det er i bruk igjen',
  liftedSays: 'De som fikk beskjed om å la det ligge, får beskjed om dette også.',
  problems: {
    'restricted already': 'Dette ligger allerede, av samme grunn.',
    'say what is wrong': 'Skriv hva som er feil, så vi kan se på det.',
    'nothing of yours': 'Velg noe fra listen.',
  },
  back: 'Til Min side',
}

const en: typeof nb = {
  title: 'Leave my data alone',
  lead: 'We store them and otherwise do nothing with them, from when you press the button. The law calls it restriction.',
  scope: 'What is to be left alone?',
  everything: 'Everything about me',
  categories: { dialogue: 'All we have written to each other', trade: 'All quotes and orders' },
  oneField: 'One value',
  onePaper: 'One paper',
  why: 'Why?',
  grounds: {
    accuracy_contested: 'Something is wrong',
    unlawful_keep: 'You should not have it, but do not erase it',
    needed_by_subject_for_claim: 'I need it for a claim',
    objection_pending: 'You have objected',
  },
  text: 'Would you like to say more?',
  textHint: 'If something is wrong, you must write what. Do not write a national identity number.',
  button: 'Leave it alone',
  goesOn: 'Invoices and bookkeeping go on as before, because the law demands it.',
  done: 'It is done',
  doneSays:
    'Nobody here uses it any more, and it will not be deleted. Those who got it from us are told the same. You lift it yourself here whenever you like.',
  doneAndWaits: (due: string) =>
    `Nobody here uses it while a person looks at what is wrong. Those who got it from us are told the same. You are answered by ${due}.`,
  standing: 'This is left alone now',
  since: (day: string, why: string) => `since ${day}. ${why}.`,
  lift: 'Use it again',
  lifted: 'It is in use again',
  liftedSays: 'Those who were told to leave it alone are told this too.',
  problems: {
    'restricted already': 'This is left alone already, for the same reason.',
    'say what is wrong': 'Write what is wrong, so that we can look at it.',
    'nothing of yours': 'Choose something from the list.',
  },
  back: 'To My page',
}

export const restrictWords = { nb, en }
