import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { writtenDay } from '#clock'
import { Button, PageTitle, Select } from '#design'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { clauses } from '../clauses/clauses.ts'
import { changes } from '../revisions/changes.ts'
import { revisions } from '../revisions/revision-in-force.ts'
import { Compared } from './compared.tsx'
import sheet from './statement.css?url'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

const words = {
  nb: {
    title: 'Sammenlign to versjoner',
    lead: 'Se hva som ble lagt til og tatt ut, setning for setning.',
    from: 'Fra',
    to: 'Til',
    version: (revision: number, day: string) => `Versjon ${revision}, fra ${day}`,
    show: 'Vis forskjellen',
    found: (from: number, to: number) => `Fra versjon ${from} til versjon ${to}`,
    only: 'Det finnes bare én versjon ennå, så det er ingenting å sammenligne.',
    all: 'Alle versjoner',
  },
  en: {
    title: 'Compare two versions',
    lead: 'See what was added and what was taken out, sentence by sentence.',
    from: 'From',
    to: 'To',
    version: (revision: number, day: string) => `Version ${revision}, from ${day}`,
    show: 'Show the difference',
    found: (from: number, to: number) => `From version ${from} to version ${to}`,
    only: 'There is only one version yet, so there is nothing to compare.',
    all: 'All versions',
  },
} as const

/** Without a choice: the newest, also one that waits for its day, and the one before it. An address that names no version is read as no choice. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const asked = new URL(request.url).searchParams
  const all = await revisions(asking(context, 'deliver'))
  const named = (name: string) => all.find(({ revision }) => String(revision) === asked.get(name))
  const to = named('til') ?? all[0]
  const from = named('fra') ?? all.find(({ revision }) => revision < (to?.revision ?? 0)) ?? to
  return {
    language,
    all: all.map(({ revision, effectiveOn }) => ({ revision, effectiveOn })),
    from: from?.revision ?? 0,
    to: to?.revision ?? 0,
    changed: from && to ? changes(from, to, language) : [],
    clauses: clauses.map(({ id, number, title }) => ({ id, number, title: title[language] })),
  }
}

export default function Compare() {
  const { language, all, from, to, changed, clauses: parts } = useLoaderData<typeof loader>()
  const said = words[language]
  const options = all.map(({ revision, effectiveOn }) => (
    <option key={revision} value={revision}>
      {said.version(revision, writtenDay(effectiveOn, language))}
    </option>
  ))
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <p>
        <a href={pathIn(language, '/personvern/versjoner')}>{said.all}</a>
      </p>
      {all.length < 2 ? (
        <p>{said.only}</p>
      ) : (
        <>
          <form className="compare" action={pathIn(language, '/personvern/sammenlign')}>
            <Select name="fra" label={said.from} value={from} language={language} required>
              {options}
            </Select>
            <Select name="til" label={said.to} value={to} language={language} required>
              {options}
            </Select>
            <Button variant="secondary">{said.show}</Button>
          </form>
          <h2>{said.found(from, to)}</h2>
          <Compared changed={changed} clauses={parts} language={language} />
        </>
      )}
    </>
  )
}
