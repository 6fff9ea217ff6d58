import type { InstructionKind } from './instruction.ts'
import type { Role } from './register.ts'

/** What is asked, after "we ask you to" and «vi ber dere». */
const kindWords = {
  erasure: { nb: 'slett alt dere har om personen', en: 'delete everything you hold about the person' },
  relationship_end: {
    nb: 'slett alt dere har om personen; kundeforholdet er slutt',
    en: 'delete everything you hold about the person; the customer relationship has ended',
  },
  rectification: { nb: 'rett opplysningen som er endret', en: 'correct the value that has changed' },
  restriction: {
    nb: 'bruk ikke opplysningene til annet enn lagring',
    en: 'use the data for nothing but storage',
  },
  restriction_lifted: { nb: 'begrensningen er opphevet', en: 'take note that the restriction is lifted' },
  recall: { nb: 'slett det dere fikk; grunnlaget er borte', en: 'delete what you received; its ground is gone' },
  second: {
    nb: 'slett det dere beholdt etter lov; fristen er ute',
    en: 'delete what you kept by law; the period has ended',
  },
} as const satisfies Record<InstructionKind, { nb: string; en: string }>

/** Whoever answers for themselves is not instructed: they are told, and decide by the law (art. 19, table 5.5). */
const notices: { readonly [kind in InstructionKind]?: { readonly nb: string; readonly en: string } } = {
  erasure: {
    nb: 'personen er slettet hos oss (GDPR art. 19). Slett det dere har, med mindre dere har et eget grunnlag',
    en: 'the person is erased here (GDPR art. 19). Erase what you hold, unless you have a ground of your own',
  },
  relationship_end: {
    nb: 'kundeforholdet er slutt, og personen slettes hos oss (GDPR art. 19). Slett det dere har, med mindre dere har et eget grunnlag',
    en: 'the customer relationship has ended, and the person is being erased here (GDPR art. 19). Erase what you hold, unless you have a ground of your own',
  },
}

/** «Vi ber dere: slett …», "We ask you to delete …"; `who`: by name where the reader does not see whose page it is. */
export function asked(kind: string, role: Role | undefined, language: 'nb' | 'en', who?: string): string {
  const notice = role === 'controller' ? notices[kind as InstructionKind] : undefined
  if (notice)
    return { nb: `${who ?? 'Vi'} gir dere beskjed: ${notice.nb}`, en: `${who ?? 'We'} let you know: ${notice.en}` }[language]
  const what = kindWords[kind as InstructionKind][language]
  return { nb: `${who ?? 'Vi'} ber dere: ${what}`, en: who ? `${who} asks you to ${what}` : `We ask you to ${what}` }[language]
}
