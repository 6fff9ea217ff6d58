import { Button, Notice } from '#design'
import { pathIn, type Language } from '#languages'
import type { Subject } from '#purposes'

/**
 * Whoever asked before they registered is recorded more than once. They see one record at a time, are told of the others, and go
 * to them by one press; the copy of everything holds them all (art. 15, decisions 71 and 75).
 */
export function AlsoRecorded({ others, language }: { readonly others: readonly Subject[]; readonly language: Language }) {
  const said = words[language]
  return others.map(({ accountId, personId }) => (
    <Notice key={personId}>
      <p>{said.also(others.length + 1)}</p>
      <form method="post" action={pathIn(language, '/min-side/bytt')}>
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="person" value={personId} />
        <Button variant="secondary">{said.show}</Button>
      </form>
    </Notice>
  ))
}

const words = {
  nb: {
    also: (n: number) =>
      `Du står ${n} ganger hos oss med samme e-postadresse, fordi du skrev til oss uten å være registrert. Her ser du ett av stedene.`,
    show: 'Vis det andre',
  },
  en: {
    also: (n: number) =>
      `You are recorded ${n} times with the same e-mail address, because you wrote to us without being registered. Here you see one of them.`,
    show: 'Show the other one',
  },
}
