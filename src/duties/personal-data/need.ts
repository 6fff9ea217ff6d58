import type { Category } from './category.ts'

/** Why each kind of data is needed: the "saklig behov", in one sentence that can be answered with yes or no (promise 4-b). */
export const needs: Readonly<Record<Category, { readonly nb: string; readonly en: string }>> = {
  contact: {
    nb: 'Uten dem kan vi ikke svare, levere eller ringe når noe er galt med bestillingen.',
    en: 'Without them we cannot answer, deliver or call when something is wrong with the order.',
  },
  company: {
    nb: 'Det er firmaet vi selger til: tilbudet, leveringen og fakturaen skal ha rett mottaker.',
    en: 'It is the company we sell to: quote, delivery and invoice must have the right addressee.',
  },
  provenance: {
    nb: 'Vi må kunne si hvor hver opplysning kommer fra, og rette den der den ble feil.',
    en: 'We must be able to say where each value comes from, and correct it where it went wrong.',
  },
  dialogue: {
    nb: 'Den som svarer deg i dag, må vite hva du spurte om i går og hva vi lovet.',
    en: 'Whoever answers you today must know what you asked yesterday and what we promised.',
  },
  trade: {
    nb: 'Tilbud og ordre er avtalen mellom oss, og begge må kunne vise hva som ble avtalt.',
    en: 'Quotes and orders are the contract between us, and both must be able to show what was agreed.',
  },
  bookkeeping: {
    nb: 'Bokføringsloven krever bilagene i fem år etter regnskapsåret.',
    en: 'The Bookkeeping Act demands the documents for five years after the accounting year.',
  },
  messages: {
    nb: 'Vi må kunne vise hva vi har sendt deg, og at det ikke var reklame du hadde sagt nei til.',
    en: 'We must be able to show what we sent you, and that it was no advertising you had refused.',
  },
  choices: {
    nb: 'Et nei må huskes for å bli holdt, og et ja må kunne bevises.',
    en: 'A no must be remembered to be kept, and a yes must be provable.',
  },
  rights: {
    nb: 'Et krav har en frist, og vi må kunne vise at det ble besvart og hvorfor noe ble beholdt.',
    en: 'A request has a deadline, and we must be able to show that it was answered and why something was kept.',
  },
  credentials: {
    nb: 'De lar deg, og bare deg, komme inn til det vi har om deg.',
    en: 'They let you, and only you, in to what we hold about you.',
  },
  security: {
    nb: 'Uten sporene etter innlogginger kan et innbrudd verken oppdages eller meldes.',
    en: 'Without traces of sign-ins a break-in can be neither discovered nor reported.',
  },
  lookups: {
    nb: 'Du skal kunne se hvem som har sett, og snoking skal kunne oppdages.',
    en: 'You shall see who has looked, and snooping shall be discovered.',
  },
  transfers: {
    nb: 'Vi må kunne si hvem som har fått opplysningene dine, og be dem rette eller slette.',
    en: 'We must be able to say who got your data, and ask them to correct or delete.',
  },
  evidence: {
    nb: 'Et løfte uten bevis er ikke verdt noe for deg; loggen viser at det ble holdt.',
    en: 'A promise without proof is worth nothing to you; the log shows that it was kept.',
  },
  staff: {
    nb: 'Den som har gjort noe med opplysningene dine, skal kunne stå til ansvar for det.',
    en: 'Whoever did something with your data shall be answerable for it.',
  },
}
