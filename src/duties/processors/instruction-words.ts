import type { InstructionKind } from './instruction.ts'

/** What is asked, after "we ask you to" and «vi ber dere». */
export const kindWords = {
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
