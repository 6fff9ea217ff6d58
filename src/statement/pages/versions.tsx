import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { dayOf, now, writtenDay } from '#clock'
import { PageTitle, Tag, WideTable } from '#design'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { revisionHeads, standingOf, untilOf } from '../revisions/revision-in-force.ts'
import { standings, standingTones } from './standings.ts'
import sheet from './statement.css?url'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

const words = {
  nb: {
    title: 'Versjoner av erklæringen',
    lead: 'Alle versjoner, den nyeste først. Hver gjelder til den neste kommer, og ingen blir endret.',
    version: 'Versjon',
    period: 'Gjelder',
    from: 'fra',
    to: 'til',
    state: 'Nå',
    kind: 'Endring',
    kinds: { material: 'vesentlig', editorial: 'bare ordlyd' },
    print: 'Avtrykk',
    compare: 'Sammenlign to versjoner',
  },
  en: {
    title: 'Versions of the statement',
    lead: 'All versions, the newest first. Each applies until the next one, and none is ever changed.',
    version: 'Version',
    period: 'Applies',
    from: 'from',
    to: 'to',
    state: 'Now',
    kind: 'Change',
    kinds: { material: 'material', editorial: 'wording only' },
    print: 'Print',
    compare: 'Compare two versions',
  },
} as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const all = await revisionHeads(asking(context, 'deliver'))
  const today = dayOf(now())
  return {
    language: languageOf(request),
    versions: all.map((head) => ({ ...head, standing: standingOf(all, head, today), until: untilOf(all, head) })),
  }
}

export default function Versions() {
  const { language, versions } = useLoaderData<typeof loader>()
  const said = words[language]
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      {versions.length > 1 && (
        <p>
          <a href={pathIn(language, '/personvern/sammenlign')}>{said.compare}</a>
        </p>
      )}
      <WideTable name={said.title}>
        <thead>
          <tr>
            <th scope="col">{said.version}</th>
            <th scope="col">{said.period}</th>
            <th scope="col">{said.state}</th>
            <th scope="col">{said.kind}</th>
            <th scope="col">{said.print} (SHA-256)</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ revision, effectiveOn, contentHash, kind, standing, until }) => (
            <tr key={revision}>
              <td>
                <a href={pathIn(language, `/personvern/versjoner/${revision}`)}>
                  {said.version} {revision}
                </a>
              </td>
              <td>
                {standing === 'never' ? (
                  '–'
                ) : (
                  <>
                    {said.from} {writtenDay(effectiveOn, language)} {until && `${said.to} ${writtenDay(until, language)}`}
                  </>
                )}
              </td>
              <td>
                <Tag state={standing} tone={standingTones[standing]}>
                  {standings[language][standing]}
                </Tag>
              </td>
              <td>{revision === 1 ? '–' : said.kinds[kind]}</td>
              <td>
                <code className="hash">{contentHash}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  )
}
