import { writtenDay } from '#clock'
import { pathIn, type Language } from '#languages'
import type { Announced } from '#statement'

/** On every page, from the moment a change is published until 30 days after its day; nothing closes it (promise 8-c). */
export function ChangeBanner({ change, language }: { readonly change: Announced; readonly language: Language }) {
  const said = words[language]
  const { revision, effectiveOn, kind, coming, summary } = change
  return (
    <aside className="change-banner" aria-label={said.label} data-revision={revision}>
      <div>
        <p>
          <strong>{(coming ? said.comes : said.came)[kind](writtenDay(effectiveOn, language))}</strong> {summary[language]}{' '}
          <a href={pathIn(language, `/personvern/versjoner/${revision}`)}>{said.see}</a>
        </p>
      </div>
    </aside>
  )
}

const words = {
  nb: {
    label: 'Endring i personvernerklæringen',
    comes: {
      material: (day: string) => `Personvernerklæringen vår endres ${day}.`,
      editorial: (day: string) => `Ordlyden i personvernerklæringen vår endres ${day}.`,
    },
    came: {
      material: (day: string) => `Personvernerklæringen vår ble endret ${day}.`,
      editorial: (day: string) => `Ordlyden i personvernerklæringen vår ble endret ${day}.`,
    },
    see: 'Se hva som er endret',
  },
  en: {
    label: 'Change of the privacy statement',
    comes: {
      material: (day: string) => `Our privacy statement changes on ${day}.`,
      editorial: (day: string) => `The wording of our privacy statement changes on ${day}.`,
    },
    came: {
      material: (day: string) => `Our privacy statement changed on ${day}.`,
      editorial: (day: string) => `The wording of our privacy statement changed on ${day}.`,
    },
    see: 'See what changed',
  },
}
