import type { Language } from '#languages'
import type { Erased } from '#rights'

/** Who outside was told of an erasure, as the person reads it. */
export function toldNames(told: Erased['told'], language: Language): string[] {
  return [...new Set(told.map(({ name, untold }) => (untold === undefined ? name : words[language].untold(name))))]
}

/** By name, for that is whom the person may want to ask (art. 19). */
export function ToldList({ names, language }: { readonly names: readonly string[]; readonly language: Language }) {
  const said = words[language]
  if (names.length === 0) return <p>{said.nobody}</p>
  return (
    <>
      <h2>{said.told}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  )
}

const words = {
  nb: {
    told: 'Disse har vi bedt om å slette det de har om deg',
    untold: (name: string) => `${name}: vi har ingen adresse å skrive til. Et menneske sier fra.`,
    nobody: 'Ingen utenfor huset har noe om deg.',
  },
  en: {
    told: 'We have asked these to delete what they hold about you',
    untold: (name: string) => `${name}: we have no address to write to. A person tells them.`,
    nobody: 'Nobody outside the house holds anything about you.',
  },
}
