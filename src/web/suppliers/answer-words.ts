import type { Language } from '#languages'
import { kindWords } from '#processors'

/** «Vi ber dere: slett …», "We ask you to delete …". */
export function asks(kind: string, language: Language): string {
  const what = kindWords[kind as keyof typeof kindWords][language]
  return language === 'nb' ? `vi ber dere: ${what}` : `we ask you to ${what}`
}

/** What a supplier reads on the page behind the link in our letter. */
export const words = {
  nb: {
    title: 'Instruks om personopplysninger',
    thanks: 'Takk, svaret er ført. Det som viste hvem det gjelder, er slettet hos oss når alle har svart.',
    contested: 'Svaret er ført. Vi godtar det ikke uten videre, og tar kontakt.',
    instruction: 'Instruks',
    follows: 'Følger instruksen dere svarte på',
    invoices: 'Fakturanummer',
    asked: 'Bedt om',
    by: 'Svar innen',
    part: 'Gjelder bare',
    mayKeep: 'Dette kan dere beholde etter loven, til',
    done: 'Det er gjort',
    doneOn: 'Gjort',
    subProcessors: 'Underleverandører',
    none: 'vi har ingen som har fått dette',
    same: 'de har gjort det samme',
    backups: 'Siste sikkerhetskopi er borte',
    backupsHint: 'Senest 30 dager etter at det er gjort.',
    confirm: 'Bekreft',
    kept: 'Vi må beholde noe etter loven',
    keptSays: 'Resten skal likevel slettes. Loven må nevnes, og når plikten slutter. Da spør vi igjen.',
    dataClass: 'Hva som beholdes',
    statute: 'Lov',
    section: 'Paragraf',
    holder: 'Hvem som beholder det',
    keepsUntil: 'Til',
    sendKept: 'Send svaret',
    refusals: {
      'no such instruction': 'Instruksen finnes ikke lenger.',
      'answered otherwise before': 'Dere har svart noe annet før. Ta kontakt med oss.',
      'not done yet': 'Datoen kan ikke være fram i tid. Svar når det er gjort.',
      'done before it was asked': 'Datoen er før vi ba om det.',
      'sub-processors are part of the answer': 'Si hvordan det er med underleverandørene.',
      'backups are part of the answer': 'Si når siste sikkerhetskopi er borte.',
    },
  },
  en: {
    title: 'Instruction about personal data',
    thanks: 'Thank you, the answer is filed. What showed whom it concerns is deleted here when everybody has answered.',
    contested: 'The answer is filed. We do not simply accept it, and will be in touch.',
    instruction: 'Instruction',
    follows: 'Follows the instruction you answered',
    invoices: 'Invoice numbers',
    asked: 'Asked',
    by: 'Answer by',
    part: 'Concerns only',
    mayKeep: 'This you may keep by law, until',
    done: 'It is done',
    doneOn: 'Done',
    subProcessors: 'Sub-processors',
    none: 'none of ours has received this',
    same: 'they have done the same',
    backups: 'The last backup is gone',
    backupsHint: 'At most 30 days after it was done.',
    confirm: 'Confirm',
    kept: 'We must keep something by law',
    keptSays: 'The rest must go all the same. Name the law, and when the duty ends. We ask again then.',
    dataClass: 'What is kept',
    statute: 'Act',
    section: 'Section',
    holder: 'Who keeps it',
    keepsUntil: 'Until',
    sendKept: 'Send the answer',
    refusals: {
      'no such instruction': 'The instruction is no longer there.',
      'answered otherwise before': 'You answered something else before. Please contact us.',
      'not done yet': 'The date cannot lie ahead. Answer when it is done.',
      'done before it was asked': 'The date is before we asked.',
      'sub-processors are part of the answer': 'Say how it is with sub-processors.',
      'backups are part of the answer': 'Say when the last backup is gone.',
    },
  },
} as const
