import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { writtenDay } from '#clock'
import { PageTitle } from '#design'
import { languageOf, pathIn, type Language } from '#languages'
import { asking } from '#purposes'
import { changes, type Change } from '../revisions/changes.ts'
import { revisions } from '../revisions/revision-in-force.ts'
import sheet from './statement.css?url'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

const words = {
  nb: {
    title: 'Versjon',
    from: 'Gjelder fra',
    changed: 'Hva som er endret',
    first: 'Dette er den første versjonen.',
    same: 'Ordene er de samme; bare vilkårene er endret.',
    added: 'nytt',
    removed: 'tatt ut',
    before: 'før',
    after: 'nå',
    text: 'Hele teksten',
    all: 'Alle versjoner',
  },
  en: {
    title: 'Version',
    from: 'In force from',
    changed: 'What changed',
    first: 'This is the first version.',
    same: 'The words are the same; only terms have changed.',
    added: 'new',
    removed: 'taken out',
    before: 'before',
    after: 'now',
    text: 'The whole text',
    all: 'All versions',
  },
} as const

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const all = await revisions(asking(context, 'deliver'))
  const at = all.findIndex(({ revision }) => String(revision) === params.revision)
  const found = all[at]
  if (!found) throw data(null, { status: 404 })
  const { texts, ...revision } = found
  const before = all[at + 1]
  return {
    language,
    revision,
    texts: texts.map((text) => ({ id: text.id, says: text[language] })),
    changed: before ? changes(before, found, language) : undefined,
  }
}

export default function Version() {
  const { language, revision, texts, changed } = useLoaderData<typeof loader>()
  const said = words[language]
  return (
    <>
      <title>{`${said.title} ${revision.revision}`}</title>
      <PageTitle lead={`${said.from} ${writtenDay(revision.effectiveOn, language)}`}>
        {said.title} {revision.revision}
      </PageTitle>
      <p>
        <code className="hash">SHA-256 {revision.contentHash}</code> ·{' '}
        <a href={pathIn(language, '/personvern/versjoner')}>{said.all}</a>
      </p>
      <h2>{said.changed}</h2>
      <Changed changed={changed} language={language} />
      <h2>{said.text}</h2>
      {texts.map(({ id, says }) => (
        <p key={id} id={id}>
          {says}
        </p>
      ))}
    </>
  )
}

function Changed({ changed, language }: { readonly changed: readonly Change[] | undefined; readonly language: Language }) {
  const said = words[language]
  if (!changed) return <p>{said.first}</p>
  if (changed.length === 0) return <p>{said.same}</p>
  return (
    <ul>
      {changed.map(({ id, before, after }) => (
        <li key={id}>
          {before && (
            <p>
              <b>{after ? said.before : said.removed}:</b> <del>{before}</del>
            </p>
          )}
          {after && (
            <p>
              <b>{before ? said.after : said.added}:</b> <ins>{after}</ins>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
