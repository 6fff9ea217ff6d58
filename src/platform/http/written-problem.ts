import type { z } from 'zod'
import type { Language } from '#languages'
import type { UnlawfulNumber } from './screen-free-text.ts'

type Issue = Pick<z.core.$ZodRawIssue, 'code'> & { readonly [detail: string]: unknown }

/** What is wrong with a field, said to the person who filled it in. */
export function writtenProblem(issue: Issue, language: Language): string {
  return (isBlank(issue) ? missing : (problems[issue.code]?.(issue) ?? notUnderstood))[language]
}

function isBeyondAscii({ format, input }: Issue): boolean {
  return format === 'email' && typeof input === 'string' && /[^ -~]/.test(input)
}

/** Nothing was typed where something must stand: that is all there is to say, whatever form it should have had. */
function isBlank({ code, input }: Issue): boolean {
  return input === '' && code !== 'custom'
}

type Said = Record<Language, string>

const notUnderstood: Said = {
  nb: 'Dette forsto vi ikke. Se over feltet.',
  en: 'We did not understand this. Please check the field.',
}
export const unstorable: Said = {
  nb: 'Her står et tegn som ikke kan lagres. Skriv teksten på nytt.',
  en: 'There is a character here that cannot be saved. Please type the text again.',
}
export const unlawful: Record<UnlawfulNumber, Said> = {
  'national identity number': {
    nb: 'Dette ser ut som et fødselsnummer. Ta det bort: vi får ikke lagre det.',
    en: 'This looks like a national identity number. Please remove it: we may not keep it.',
  },
  'payment card number': {
    nb: 'Dette ser ut som et kortnummer. Ta det bort: vi får ikke lagre det.',
    en: 'This looks like a payment card number. Please remove it: we may not keep it.',
  },
}
const notAscii: Said = {
  nb: 'Mange e-posttjenere tar ikke imot adresser med æ, ø, å eller andre særtegn. Skriv en adresse uten.',
  en: 'Many mail servers do not take addresses with letters such as æ, ø and å. Please enter one without.',
}
const missing: Said = { nb: 'Fyll ut dette feltet.', en: 'Please fill in this field.' }

const problems: Partial<Record<string, (issue: Issue) => Said>> = {
  invalid_type: (issue) => (issue.input === undefined ? missing : notUnderstood),
  too_small: (issue) => (issue.origin === 'string' ? tooShort(issue) : tooLow(issue)),
  too_big: (issue) => (issue.origin === 'string' ? tooLong(issue) : tooHigh(issue)),
  invalid_format: (issue) => (isBeyondAscii(issue) ? notAscii : (formats[String(issue.format)] ?? notUnderstood)),
  invalid_value: () => ({ nb: 'Velg et av alternativene.', en: 'Choose one of the alternatives.' }),
  invalid_union: () => ({ nb: 'Velg et av alternativene.', en: 'Choose one of the alternatives.' }),
}

const formats: Partial<Record<string, Said>> = {
  storable: unstorable,
  email: { nb: 'Skriv en e-postadresse, for eksempel navn@firma.no.', en: 'Enter an e-mail address, such as name@company.com.' },
  url: { nb: 'Skriv en nettadresse som begynner med https://.', en: 'Enter a web address that starts with https://.' },
  datetime: { nb: 'Skriv dato og klokkeslett.', en: 'Enter a date and a time.' },
  phone: {
    nb: 'Skriv bare telefonnummeret, med minst fem sifre, for eksempel 912 34 567.',
    en: 'Enter the phone number only, with at least five digits, such as +47 912 34 567.',
  },
  date: { nb: 'Skriv en dato.', en: 'Enter a date.' },
  'whole number': { nb: 'Skriv et helt tall.', en: 'Enter a whole number.' },
  uuid: { nb: 'Velg fra listen.', en: 'Choose from the list.' },
}

function tooShort({ minimum }: Issue): Said {
  if (Number(minimum) <= 1) return missing
  return { nb: `Skriv minst ${minimum} tegn.`, en: `Enter at least ${minimum} characters.` }
}

function tooLong({ maximum }: Issue): Said {
  return { nb: `Skriv høyst ${maximum} tegn.`, en: `Enter at most ${maximum} characters.` }
}

function tooLow({ minimum }: Issue): Said {
  return { nb: `Tallet må være minst ${minimum}.`, en: `The number must be at least ${minimum}.` }
}

function tooHigh({ maximum }: Issue): Said {
  return { nb: `Tallet kan være høyst ${maximum}.`, en: `The number can be at most ${maximum}.` }
}
