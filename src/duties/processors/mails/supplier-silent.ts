import { writtenDay } from '#clock'
import type { Sender } from './supplier-task.ts'

type Facts = { readonly supplier: string; readonly askedOn: string; readonly sender: Sender }

/** To the person, at day 30: this supplier, by name, has not answered (table 5.5). */
export function supplierSilent(language: 'nb' | 'en', { supplier, askedOn, sender }: Facts) {
  const asked = writtenDay(askedOn, language)
  return {
    nb: {
      subject: `${supplier} har ikke svart oss`,
      body: [
        `${asked} ba vi ${supplier} om å slette eller rette det de har om deg. De har ikke svart, enda vi har purret.`,
        'Vi gir oss ikke, men du skal vite det. Du kan kreve det av dem direkte, og du kan klage til Datatilsynet (datatilsynet.no).',
        sender.signature('nb'),
      ].join('\n\n'),
    },
    en: {
      subject: `${supplier} has not answered us`,
      body: [
        `On ${asked} we asked ${supplier} to delete or correct what they hold about you. They have not answered, though we reminded them.`,
        'We go on asking, but you should know. You can demand it of them directly, and you can complain to Datatilsynet, the Norwegian data protection authority (datatilsynet.no).',
        sender.signature('en'),
      ].join('\n\n'),
    },
  }[language]
}
