import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireCustomer } from '#auth'
import { dayOf, now, writtenDay } from '#clock'
import { Button, Field, PageTitle } from '#design'
import { languageOf, pathIn } from '#languages'
import { asking, asPerson } from '#purposes'
import { textFor } from '../revisions/text-for.ts'

const words = {
  nb: {
    title: 'Hvilken personvernerklæring gjaldt for deg?',
    lead: 'Velg en dag, så ser du hvilken tekst som gjaldt da, og hvilke versjoner du har fått se av oss.',
    day: 'Dag',
    show: 'Vis',
    applied: (day: string, revision: number) => `${day} gjaldt versjon ${revision}.`,
    none: (day: string) => `${day} hadde vi ingen erklæring her.`,
    read: 'Les teksten',
    shown: 'Versjoner du har fått se',
    notShown: 'Vi har ikke notert at du fikk se noen versjon til og med den dagen.',
    version: 'Versjon',
    forms: {
      register: 'da du registrerte deg',
      inquiry: 'da du sendte en forespørsel',
      'letter of change': 'brev om endring',
      'notice of source': 'brev om hvor opplysningene kom fra',
    } as Record<string, string>,
    back: 'Til Min side',
  },
  en: {
    title: 'Which privacy statement applied to you?',
    lead: 'Choose a day to see which text applied then, and which versions we have shown you.',
    day: 'Day',
    show: 'Show',
    applied: (day: string, revision: number) => `On ${day} version ${revision} applied.`,
    none: (day: string) => `On ${day} we had no statement here.`,
    read: 'Read the text',
    shown: 'Versions you have been shown',
    notShown: 'We have no note that you were shown a version up to that day.',
    version: 'Version',
    forms: {
      register: 'when you registered',
      inquiry: 'when you sent an inquiry',
      'letter of change': 'letter about a change',
      'notice of source': 'letter about where the data came from',
    } as Record<string, string>,
    back: 'To My page',
  },
}

/** An address with a day that is none is answered for today. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const customer = requireCustomer(context)
  const asked = new URL(request.url).searchParams.get('dag') ?? ''
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : dayOf(now())
  const { applied, shown } = await asPerson(asking(context, 'rights_handling'), customer, (tx) => textFor(tx, day))
  return { language: languageOf(request), day, applied: applied?.revision, shown }
}

export default function MyStatement() {
  const { language, day, applied, shown } = useLoaderData<typeof loader>()
  const said = words[language]
  const version = (revision: number) => pathIn(language, `/personvern/versjoner/${revision}`)
  return (
    <div className="prose">
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <form className="fields" action={pathIn(language, '/min-side/erklaering')}>
        <Field name="dag" label={said.day} type="date" value={day} language={language} required />
        <Button variant="secondary">{said.show}</Button>
      </form>
      {applied === undefined ? (
        <p>{said.none(writtenDay(day, language))}</p>
      ) : (
        <p>
          {said.applied(writtenDay(day, language), applied)} <a href={version(applied)}>{said.read}</a>
        </p>
      )}
      <h2>{said.shown}</h2>
      {shown.length === 0 && <p>{said.notShown}</p>}
      <ul>
        {shown.map(({ revision, form, at }) => (
          <li key={`${revision} ${form} ${at.toISOString()}`}>
            <a href={version(revision)}>
              {said.version} {revision}
            </a>
            : {said.forms[form] ?? form}, {writtenDay(at, language)}
          </li>
        ))}
      </ul>
      <p>
        <a href={pathIn(language, '/min-side')}>{said.back}</a>
      </p>
    </div>
  )
}
