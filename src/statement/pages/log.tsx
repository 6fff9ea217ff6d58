import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { writtenMoment } from '#clock'
import { PageTitle, WideTable } from '#design'
import { publishedLog } from '#evidence'
import { languageOf, writtenNumber } from '#languages'
import { asking } from '#purposes'
import sheet from './statement.css?url'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

const words = {
  nb: {
    title: 'Bevisloggen',
    lead: 'Alt som er gjort med opplysningene dine, blir ført i en logg som bare kan bli lengre. Her er avtrykkene av den. De sier ingenting om noen.',
    how: 'Har du fått en kvittering, kan du sjekke den på din egen maskin, uten nett og uten å stole på oss:',
    need: 'Du trenger Node 20 eller nyere. Ta vare på logg.json: endrer vi historien senere, passer den ikke lenger.',
    script: 'Last ned skriptet',
    file: 'Last ned loggen',
    key: 'Nøkkelen loggen er signert med',
    heads: 'Signerte avtrykk',
    none: 'Ingenting er signert ennå. Det skjer hver natt.',
    at: 'Signert',
    size: 'Innførsler',
    root: 'Avtrykk (rot)',
  },
  en: {
    title: 'The log of evidence',
    lead: 'Everything done with your data is entered in a log that can only grow. Here are its prints. They say nothing about anybody.',
    how: 'If you were given a receipt, you can check it on your own machine, without network and without trusting us:',
    need: 'You need Node 20 or later. Keep logg.json: if we change history later, it no longer fits.',
    script: 'Download the script',
    file: 'Download the log',
    key: 'The key the log is signed with',
    heads: 'Signed heads',
    none: 'Nothing has been signed yet. It happens every night.',
    at: 'Signed',
    size: 'Entries',
    root: 'Print (root)',
  },
} as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { language: languageOf(request), log: await publishedLog(asking(context, 'deliver')) }
}

export default function Log() {
  const { language, log } = useLoaderData<typeof loader>()
  const said = words[language]
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <p>{said.how}</p>
      <pre className="proof-sql" tabIndex={0} lang="en">
        node verify-receipt.mjs receipt.json logg.json
      </pre>
      <p>
        {said.need}{' '}
        <a href="/personvern/verify-receipt.mjs" download>
          {said.script}
        </a>{' '}
        ·{' '}
        <a href="/personvern/logg.json" download>
          {said.file}
        </a>
      </p>
      {log.publicKey && (
        <>
          <h2>{said.key}</h2>
          <pre className="proof-sql" tabIndex={0} lang="en">
            {log.publicKey}
          </pre>
        </>
      )}
      <h2>{said.heads}</h2>
      {log.checkpoints.length === 0 && <p>{said.none}</p>}
      {log.checkpoints.length > 0 && (
        <WideTable name={said.heads}>
          <thead>
            <tr>
              <th scope="col">{said.at}</th>
              <th scope="col" className="right">
                {said.size}
              </th>
              <th scope="col">{said.root}</th>
            </tr>
          </thead>
          <tbody>
            {log.checkpoints.map(({ at, treeSize, rootHash }) => (
              <tr key={treeSize}>
                <td>{writtenMoment(new Date(at), language)}</td>
                <td className="number">{writtenNumber(treeSize, language)}</td>
                <td>
                  <code className="hash">{rootHash}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </>
  )
}
