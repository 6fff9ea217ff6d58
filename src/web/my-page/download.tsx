import { useLocation } from 'react-router'
import { Button, PageTitle } from '#design'
import { languageOf, pathIn } from '#languages'

export async function loader() {
  return null
}

/** Says what will happen, then one button. */
export default function Download() {
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
      <form method="post" action={pathIn(language, '/min-side/innsyn.zip')}>
        <Button>{said.button}</Button>
      </form>
      <p className="soft">{said.after}</p>
      <p>
        <a href={pathIn(language, '/min-side')}>{said.back}</a>
      </p>
    </div>
  )
}

const words = {
  nb: {
    title: 'Last ned alt vi har om deg',
    lead: 'Du får en zip-fil med en gang. Den er gratis, og du trenger ikke si hvorfor.',
    what: [
      'innsyn.html: til å lese, i nettleseren eller på papir.',
      'innsyn.json: det samme for maskiner, så du kan ta det med deg til andre.',
      'manifest.json: kontrollsummer, så du kan vise at kopien er den du fikk.',
    ],
    button: 'Last ned nå',
    after:
      'Vi noterer at du ba om innsyn og fikk det, og lager en kvittering som ligger nederst på Min side. Filen blir ikke liggende hos oss, og den sendes ikke på e-post.',
    back: 'Til Min side',
  },
  en: {
    title: 'Download everything we hold about you',
    lead: 'You get a zip file at once. It is free, and you need not say why.',
    what: [
      'innsyn.html: to read, in a browser or on paper.',
      'innsyn.json: the same for machines, so that you can take it with you.',
      'manifest.json: checksums, so that you can show that the copy is the one you were given.',
    ],
    button: 'Download now',
    after:
      'We note that you asked for access and got it, and make a receipt, at the foot of My page. The file does not stay with us, and it is not sent by e-mail.',
    back: 'To My page',
  },
}
