import { writtenDay } from '#clock'
import { answerBy } from '../instruction-message.ts'
import { asked } from '../instruction-words.ts'
import { deletes, type Instruction, type InstructionKind } from '../instruction.ts'
import type { Recipient } from '../register.ts'

/** Who writes, as the merchant's settings say it. */
export type Sender = { readonly name: string; readonly signature: (language: 'nb' | 'en') => string }

type Facts = {
  readonly instruction: Pick<Instruction, 'id' | 'kind' | 'queued_at'>
  readonly supplier: Pick<Recipient, 'role' | 'asks' | 'backupPolicy'>
  readonly link: string
  /** Where the published script and log are, with which the signature is checked. */
  readonly log: string
  readonly sender: Sender
  readonly reminder: boolean
}

/** To a supplier without a webhook. Names nobody: whom it is about stands behind the link. */
export function supplierTask(language: 'nb' | 'en', { instruction, supplier, link, log, sender, reminder }: Facts) {
  const { id, kind, queued_at } = instruction
  const by = writtenDay(answerBy(queued_at), language)
  const what = asked(kind, supplier.role, language, sender.name)
  const gone = deletes.includes(kind as InstructionKind)
  const exactly = gone ? supplier.asks[language] : null
  const policy = gone ? supplier.backupPolicy : null
  const text = {
    nb: {
      subject: `${reminder ? 'Påminnelse: instruks' : 'Instruks'} om personopplysninger (${id.slice(-8)})`,
      lines: [
        `${what}. Instruksen har nummeret ${id}.`,
        ...(exactly ? [exactly] : []),
        ...(policy
          ? [`For sikkerhetskopier har dere oppgitt reglene «${policy}». Følger dere andre nå, skriv hvilke i svaret.`]
          : []),
        `Åpne lenken for å se hvem det gjelder, og svar der senest ${by}. Svaret omfatter underleverandører og sikkerhetskopier.`,
        link,
        'Lenken virker til dere har svart. Brevet nevner ingen, så det kan arkiveres.',
        `Brevet er signert. Lagre det som tekst, og kontroller det med skriptet og loggen på ${log}: node verify-receipt.mjs brev.txt logg.json`,
      ],
    },
    en: {
      subject: `${reminder ? 'Reminder: instruction' : 'Instruction'} about personal data (${id.slice(-8)})`,
      lines: [
        `${what}. The instruction has the number ${id}.`,
        ...(exactly ? [exactly] : []),
        ...(policy
          ? [`For backups you have told us of the rules “${policy}”. If you follow others now, say which in the answer.`]
          : []),
        `Open the link to see whom it concerns, and answer there by ${by}. The answer covers sub-processors and backups.`,
        link,
        'The link works until you have answered. This letter names nobody, so it may be filed.',
        `The letter is signed. Save it as text and check it with the script and the log at ${log}: node verify-receipt.mjs letter.txt logg.json`,
      ],
    },
  }[language]
  return { subject: text.subject, body: [...text.lines, sender.signature(language)].join('\n\n') }
}
