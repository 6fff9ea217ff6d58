import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { writtenDay } from '#clock'
import { PageTitle } from '#design'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { revisions } from '../revisions/revision-in-force.ts'
import sheet from './statement.css?url'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

const words = {
  nb: {
    title: 'Versjoner av erklæringen',
    lead: 'Alle versjoner, den nyeste først. Hver gjelder til den neste kommer, og ingen blir endret.',
    version: 'Versjon',
    from: 'Gjelder fra',
    to: 'til',
    now: 'nå',
    print: 'Avtrykk',
    sentences: 'Setninger',
  },
  en: {
    title: 'Versions of the statement',
    lead: 'All versions, the newest first. Each applies until the next one, and none is ever changed.',
    version: 'Version',
    from: 'In force from',
    to: 'to',
    now: 'now',
    print: 'Print',
    sentences: 'Sentences',
  },
} as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const all = await revisions(asking(context, 'deliver'))
  return {
    language: languageOf(request),
    versions: all.map(({ texts, ...revision }) => ({ ...revision, sentences: texts.length })),
  }
}

export default function Versions() {
  const { language, versions } = useLoaderData<typeof loader>()
  const said = words[language]
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <div className="scrolls">
        <table className="ds-table">
          <thead>
            <tr>
              <th scope="col">{said.version}</th>
              <th scope="col">{said.from}</th>
              <th scope="col">{said.sentences}</th>
              <th scope="col">{said.print} (SHA-256)</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ revision, effectiveOn, contentHash, sentences }, at) => (
              <tr key={revision}>
                <td>
                  <a href={pathIn(language, `/personvern/versjoner/${revision}`)}>
                    {said.version} {revision}
                  </a>
                </td>
                <td>
                  {writtenDay(effectiveOn, language)} {said.to}{' '}
                  {at === 0 ? said.now : writtenDay(versions[at - 1]!.effectiveOn, language)}
                </td>
                <td className="number">{sentences}</td>
                <td>
                  <code className="hash">{contentHash}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
