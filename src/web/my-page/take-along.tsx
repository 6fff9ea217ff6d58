import { useLocation } from 'react-router'
import { Button, PageTitle } from '#design'
import { languageOf, pathIn } from '#languages'

export async function loader() {
  return null
}

/** Says what is in it, then one button. */
export default function TakeAlong() {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  return (
    <div className="prose">
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <ul>
        {said.what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form method="post" action={pathIn(language, '/min-side/ta-med.zip')}>
        <Button>{said.button}</Button>
      </form>
      <p className="soft">
        {said.everything} <a href={pathIn(language, '/min-side/last-ned')}>{said.download}</a>.
      </p>
      <p>
        <a href={pathIn(language, '/min-side')}>{said.back}</a>
      </p>
    </div>
  )
}

const words = {
  nb: {
    title: 'Ta med deg opplysningene dine',
    lead: 'Det du har gitt oss, i formater andre kan lese. Du får filen med en gang, og den er gratis.',
    what: ['data.json: for programmer.', 'data.csv: for regneark.'],
    button: 'Last ned nå',
    everything: 'Her er bare det du selv har oppgitt. Alt vi har om deg, får du i',
    download: 'nedlastingen av alt',
    back: 'Til Min side',
  },
  en: {
    title: 'Take your data along',
    lead: 'What you gave us, in formats that others can read. You get the file at once, and it is free.',
    what: ['data.json: for programs.', 'data.csv: for spreadsheets.'],
    button: 'Download now',
    everything: 'This holds only what you gave us yourself. Everything we hold about you is in',
    download: 'the download of everything',
    back: 'To My page',
  },
}
