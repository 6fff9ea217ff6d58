import { writtenDay } from '#clock'
import type { Fit } from '#statement'

/** Why the program does not start, and what to do about it, in both languages (promise 8-a). */
export function whyNotFit({ because, revision, effectiveOn, changed }: Extract<Fit, { fits: false }>): string {
  const day = (language: 'nb' | 'en') => (effectiveOn ? writtenDay(effectiveOn, language) : '')
  const count = changed.length
  const words = {
    unsaid: [
      `Programmet sier noe annet enn personvernerklæringen som gjelder (${count} setninger). Teksten må komme først:\n  npm run revise            viser forskjellen og hvordan du varsler\nKjør den forrige utgaven av programmet til den nye teksten gjelder.`,
      `The program says something else than the privacy statement in force (${count} sentences). The text must come first:\n  npm run revise            shows the difference, and how to give notice\nRun the previous edition of the program until the new text applies.`,
    ],
    early: [
      `Denne utgaven av programmet hører til versjon ${revision} av personvernerklæringen, som gjelder fra ${day('nb')}. Kjør den forrige utgaven til da.`,
      `This edition of the program belongs to version ${revision} of the privacy statement, which applies from ${day('en')}. Run the previous edition until then.`,
    ],
    old: [
      `Denne utgaven av programmet hører til versjon ${revision} av personvernerklæringen, som ikke gjelder lenger. Kjør den nye utgaven.`,
      `This edition of the program belongs to version ${revision} of the privacy statement, which no longer applies. Run the new edition.`,
    ],
  }[because]
  return words.join('\n\n')
}
