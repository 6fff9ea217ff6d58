import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { deviceStorage } from '#cookies'
import { PageTitle } from '#design'
import { languageOf, type Language } from '#languages'

const words = {
  nb: {
    title: 'Dette kan vi lagre på utstyret ditt',
    lead: 'Listen er hele listen. Det som ikke står her, slipper ikke ut av serveren.',
    name: 'Navn',
    purpose: 'Hva den gjør',
    when: 'Når den settes',
    lifetime: 'Hvor lenge',
    session: 'til du lukker nettleseren',
    hours: 'timer',
    minutes: 'minutter',
    days: 'dager',
  },
  en: {
    title: 'What we may store on your equipment',
    lead: 'The list is the whole list. What is not here does not leave the server.',
    name: 'Name',
    purpose: 'What it does',
    when: 'When it is set',
    lifetime: 'How long',
    session: 'until you close the browser',
    hours: 'hours',
    minutes: 'minutes',
    days: 'days',
  },
} as const

export function loader({ request }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const items = deviceStorage.map(({ name, purpose, setWhen, lifetime }) => ({
    name,
    purpose: purpose[language],
    setWhen: setWhen[language],
    lifetime: writtenLifetime(lifetime, language),
  }))
  return { language, items }
}

export default function DeviceStorage() {
  const { language, items } = useLoaderData<typeof loader>()
  const said = words[language]
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <div className="scrolls">
        <table className="ds-table">
          <thead>
            <tr>
              <th scope="col">{said.name}</th>
              <th scope="col">{said.purpose}</th>
              <th scope="col">{said.when}</th>
              <th scope="col">{said.lifetime}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ name, purpose, setWhen, lifetime }) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td>{purpose}</td>
                <td>{setWhen}</td>
                <td>{lifetime}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function writtenLifetime(seconds: number | 'session', language: Language): string {
  const said = words[language]
  if (seconds === 'session') return said.session
  if (seconds < 7200) return `${seconds / 60} ${said.minutes}`
  return seconds < 172_800 ? `${seconds / 3600} ${said.hours}` : `${seconds / 86_400} ${said.days}`
}
