import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { choiceOf, choiceText, deviceStorage, type Choice, type Question } from '#cookies'
import { EqualButtons, PageTitle, WideTable } from '#design'
import { languageOf, pathIn, type Language } from '#languages'
import { asking } from '#purposes'
import { questionNow, statisticsSettings } from '#statistics'
import styles from './device-storage.css?url'

export const links = () => [{ rel: 'stylesheet', href: styles }]

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
    kind: 'Alle er informasjonskapsler fra oss selv og nødvendige for noe du ber om. Bare vi leser dem. Andre steder i nettleseren lagrer vi ingenting.',
    choice: 'Valget ditt om statistikk',
    always:
      'Før du har svart, teller vi bare det nettleseren uansett forteller for å få siden: hvilken side, hvilket nettsted du kom fra, språket, og om det er en telefon eller en datamaskin. Vi lagrer summer, ingen adresse og ingenting som skiller deg fra andre.',
    after:
      'Sier du ja, teller vi også nettleser, land og kampanje, og siden måler hvor lenge du leser og sender oss én av fire lengder når du går. Sier du nei, telles du ikke i det hele tatt. Ingenting annet enn svaret lagres hos deg.',
    google:
      'Sier du ja, forteller serveren vår også Google Analytics hvilken side som åpnes, hvilket nettsted du kom fra, og språket. Google får verken adressen din, nettleseren eller noe som er likt fra side til side, og nettleseren din snakker aldri med Google. Har du sagt ja før Google ble nevnt, gjelder det svaret ikke dette.',
    states: {
      yes: 'Du har sagt ja.',
      no: 'Du har sagt nei. Du telles ikke.',
      'no, says the browser': 'Nettleseren din sier nei til sporing, og det følger vi: du telles ikke, og vi spør ikke.',
      'nothing yet': 'Du har ikke svart ennå.',
    },
    blocked: 'Hvis du blokkerer alt',
    losses: [
      'Du kan ikke logge inn på min side.',
      'Svaret ditt om statistikk blir ikke husket, så spørsmålet står nederst på sidene.',
    ],
    restWorks:
      'Alt annet virker: katalogen, forespørsler, registrering, tilbud du har fått lenke til, kravene dine og denne erklæringen.',
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
    kind: 'All are cookies of our own and necessary for something you ask for. Only we read them. We store nothing anywhere else in the browser.',
    choice: 'Your choice about statistics',
    always:
      'Before you have answered, we count only what the browser must tell anyhow to get the page: which page, which site you came from, the language, and whether it is a phone or a computer. We store sums, no address and nothing that sets you apart from others.',
    after:
      'If you say yes, we also count browser, country and campaign, and the page measures how long you read and sends us one of four lengths when you leave. If you say no, you are not counted at all. Nothing but the answer is stored with you.',
    google:
      'If you say yes, our server also tells Google Analytics which page is opened, which site you came from, and the language. Google gets neither your address, your browser nor anything that is the same from page to page, and your browser never talks to Google. If you said yes before Google was named, that answer does not cover this.',
    states: {
      yes: 'You have said yes.',
      no: 'You have said no. You are not counted.',
      'no, says the browser': 'Your browser says no to tracking, and we follow it: you are not counted, and we do not ask.',
      'nothing yet': 'You have not answered yet.',
    },
    blocked: 'If you block everything',
    losses: [
      'You cannot sign in to my page.',
      'Your answer about statistics is not remembered, so the question stands at the foot of the pages.',
    ],
    restWorks:
      'Everything else works: the catalogue, inquiries, registration, quotes you have a link to, your claims and this statement.',
  },
} as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const items = deviceStorage.map(({ name, purpose, setWhen, lifetime }) => ({
    name,
    purpose: purpose[language],
    setWhen: setWhen[language],
    lifetime: writtenLifetime(lifetime, language),
  }))
  const question = questionNow(await statisticsSettings(asking(context, 'deliver')))
  return { language, items, question, choice: choiceOf(request) }
}

export default function DeviceStorage() {
  const { language, items, question, choice } = useLoaderData<typeof loader>()
  const said = words[language]
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <StoredItems {...{ items, language }} />
      <div className="prose">
        <p>{said.kind}</p>
        <h2>{said.choice}</h2>
        <p>{said.always}</p>
        <p>{said.after}</p>
        {question === 'google' && <p>{said.google}</p>}
        <YourChoice {...{ choice, question, language }} />
        <h2>{said.blocked}</h2>
        <ul>
          {said.losses.map((loss) => (
            <li key={loss}>{loss}</li>
          ))}
        </ul>
        <p>{said.restWorks}</p>
      </div>
    </>
  )
}

type Item = Record<'name' | 'purpose' | 'setWhen' | 'lifetime', string>

function StoredItems({ items, language }: { readonly items: readonly Item[]; readonly language: Language }) {
  const said = words[language]
  return (
    <WideTable name={said.title} className="stored-items">
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
            <td data-says={said.purpose}>{purpose}</td>
            <td data-says={said.when}>{setWhen}</td>
            <td data-says={said.lifetime}>{lifetime}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

type Yours = { readonly choice: Choice; readonly question: Question; readonly language: Language }

/** A browser that says no is followed without asking, so then there is nothing to press. */
function YourChoice({ choice, question, language }: Yours) {
  const { no, yes } = choiceText[language]
  const state = <strong>{words[language].states[choice]}</strong>
  if (choice === 'no, says the browser') return <p>{state}</p>
  return (
    <form method="post" action={pathIn(language, '/valg')} className="row">
      {state}
      <input type="hidden" name="place" value="list" />
      <input type="hidden" name="question" value={question} />
      <input type="hidden" name="back" value={pathIn(language, '/personvern/informasjonskapsler')} />
      <EqualButtons
        name="answer"
        choices={[
          { value: 'no', label: no },
          { value: 'yes', label: yes },
        ]}
      />
    </form>
  )
}

function writtenLifetime(seconds: number | 'session', language: Language): string {
  const said = words[language]
  if (seconds === 'session') return said.session
  if (seconds < 7200) return `${seconds / 60} ${said.minutes}`
  return seconds < 172_800 ? `${seconds / 3600} ${said.hours}` : `${seconds / 86_400} ${said.days}`
}
