import type { Language } from '#languages'

export type Said = { readonly title: string; readonly text: string }

/** What is said for a status, in both languages. */
export function saidOf(status: number): Record<Language, Said> {
  return messages[status] ?? messages[status < 500 ? 400 : 500]!
}

/** For whoever was erased while they were doing something else. */
export const erased: Record<Language, Said> = {
  nb: {
    title: 'Opplysningene er slettet',
    text: 'De ble slettet mens du holdt på her. Det du nettopp sendte, er ikke lagret.',
  },
  en: { title: 'The data have been erased', text: 'They were erased while you were at this. What you just sent was not saved.' },
}

const messages: Record<number, Record<Language, Said>> = {
  400: {
    nb: { title: 'Det der forsto vi ikke', text: 'Gå tilbake og prøv en gang til.' },
    en: { title: 'We did not understand that', text: 'Go back and try once more.' },
  },
  403: {
    nb: {
      title: 'Dette har du ikke tilgang til',
      text: 'Er du logget inn som den du pleier? Spør den som styrer tilganger hos dere.',
    },
    en: { title: 'You do not have access to this', text: 'Are you signed in as you usually are? Ask whoever manages access.' },
  },
  404: {
    nb: { title: 'Denne siden finnes ikke', text: 'Adressen kan være skrevet feil, eller siden er tatt bort.' },
    en: { title: 'There is no such page', text: 'The address may be mistyped, or the page has been removed.' },
  },
  409: {
    nb: {
      title: 'Dette ligger ubrukt',
      text: 'Personen det gjelder, har krevd at opplysningene ligger ubrukt. Ingenting er lagret; det du skrev, står der når du går tilbake.',
    },
    en: {
      title: 'This is left alone',
      text: 'The person concerned has demanded that the data be left alone. Nothing was saved; what you wrote is there when you go back.',
    },
  },
  410: {
    nb: { title: 'Denne lenken virker ikke lenger', text: 'Den er brukt eller utløpt. Be om en ny.' },
    en: { title: 'This link no longer works', text: 'It has been used or has expired. Ask for a new one.' },
  },
  413: {
    nb: { title: 'Det ble for stort', text: 'Et skjema kan være høyst 1 MB. Gå tilbake, kort ned teksten og send på nytt.' },
    en: { title: 'That was too large', text: 'A form can be at most 1 MB. Go back, shorten the text and send it again.' },
  },
  429: {
    nb: { title: 'Litt for mange forsøk', text: 'Vent et minutt og prøv igjen.' },
    en: { title: 'A few too many attempts', text: 'Wait a minute and try again.' },
  },
  500: {
    nb: { title: 'Noe gikk galt hos oss', text: 'Feilen er notert. Det du sendte, er ikke lagret. Prøv igjen om litt.' },
    en: {
      title: 'Something went wrong on our side',
      text: 'The error has been noted. What you sent was not saved. Try again shortly.',
    },
  },
  503: {
    nb: {
      title: 'Vi er straks tilbake',
      text: 'Databasen svarer ikke akkurat nå. Det du sendte, er ikke lagret. Prøv igjen om et øyeblikk.',
    },
    en: {
      title: 'We will be right back',
      text: 'The database is not answering just now. What you sent was not saved. Try again in a moment.',
    },
  },
}
