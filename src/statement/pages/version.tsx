import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { dayOf, now, writtenDay } from '#clock'
import { Notice, PageTitle } from '#design'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { clauses } from '../clauses/clauses.ts'
import { changes } from '../revisions/changes.ts'
import { revisions, standingOf } from '../revisions/revision-in-force.ts'
import { Compared } from './compared.tsx'
import { Says } from './says.tsx'
import { standings } from './standings.ts'
import sheet from './statement.css?url'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

const words = {
  nb: {
    title: 'Versjon',
    from: 'Gjelder fra',
    short: 'Kort sagt',
    changed: (before: number) => `Hva som er endret siden versjon ${before}`,
    first: 'Dette er den første versjonen.',
    hurried: 'Denne versjonen kom raskere enn vi pleier, fordi:',
    text: 'Hele teksten',
    all: 'Alle versjoner',
    compare: 'Sammenlign med en annen',
  },
  en: {
    title: 'Version',
    from: 'In force from',
    short: 'In short',
    changed: (before: number) => `What changed since version ${before}`,
    first: 'This is the first version.',
    hurried: 'This version came sooner than usual, because:',
    text: 'The whole text',
    all: 'All versions',
    compare: 'Compare with another',
  },
} as const

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const all = await revisions(asking(context, 'deliver'))
  const found = all.find(({ revision }) => String(revision) === params.revision)
  if (!found) throw data(null, { status: 404 })
  const today = dayOf(now())
  // One that was replaced before its day never applied, so nothing is compared with it.
  const before = all.find((each) => each.revision < found.revision && standingOf(all, each, today) !== 'never')
  const { texts, contentHash, effectiveOn, hurriedBecause, summary, revision } = found
  return {
    language,
    revision: { revision, contentHash, effectiveOn, hurriedBecause, standing: standingOf(all, found, today) },
    short: before && summary[language],
    texts: texts.map((text) => ({ id: text.id, says: text[language] })),
    before: before?.revision,
    changed: before ? changes(before, found, language) : [],
    clauses: clauses.map(({ id, number, title }) => ({ id, number, title: title[language] })),
  }
}

export default function Version() {
  const { language, revision, short, texts, before, changed, clauses: parts } = useLoaderData<typeof loader>()
  const said = words[language]
  const at = (path: string) => pathIn(language, `/personvern/${path}`)
  return (
    <>
      <title>{`${said.title} ${revision.revision}`}</title>
      <PageTitle lead={`${said.from} ${writtenDay(revision.effectiveOn, language)} · ${standings[language][revision.standing]}`}>
        {said.title} {revision.revision}
      </PageTitle>
      <p>
        <code className="hash">SHA-256 {revision.contentHash}</code> · <a href={at('versjoner')}>{said.all}</a> ·{' '}
        <a href={at(`sammenlign?til=${revision.revision}`)}>{said.compare}</a>
      </p>
      {revision.hurriedBecause && (
        <Notice kind="warning">
          <p>
            {said.hurried} {revision.hurriedBecause}
          </p>
        </Notice>
      )}
      {short && (
        <>
          <h2>{said.short}</h2>
          <p className="prose">{short}</p>
        </>
      )}
      {before === undefined ? (
        <p>{said.first}</p>
      ) : (
        <>
          <h2>{said.changed(before)}</h2>
          <Compared changed={changed} clauses={parts} language={language} />
        </>
      )}
      <h2>{said.text}</h2>
      {texts.map(({ id, says }) => (
        <article key={id} id={id}>
          <Says text={says} />
        </article>
      ))}
    </>
  )
}
