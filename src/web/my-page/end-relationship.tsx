import { data, useLocation, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireCustomer } from '#auth'
import { now, writtenDay } from '#clock'
import { Button, Dates, Notice, PageTitle } from '#design'
import { readForm } from '#http'
import { languageOf, pathIn } from '#languages'
import { asking, asPerson } from '#purposes'
import { endRelationship } from '#relationship'
import { ownEnd, type OwnEnd } from './own-end.ts'
import styles from './my-page.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

const form = z.object({ sure: z.literal('yes') })

/** What happens when, before it happens (promise 2.6-f). */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<OwnEnd> {
  const customer = requireCustomer(context)
  return asPerson(asking(context, 'rights_handling'), customer, (tx) => ownEnd(tx, now(), customer, languageOf(request)))
}

/** Refuses nothing, asks for no reason; ended twice is ended. */
export async function action({ request, context }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const read = await readForm(request, form)
  if (!read.ok) return data<OwnEnd | undefined>(undefined, { status: 422 })
  const end = await asPerson(asking(context, 'rights_handling'), customer, async (tx) => {
    await endRelationship(tx, now(), { ...customer, reason: 'asked', channel: 'my_page' })
    return ownEnd(tx, now(), customer, languageOf(request))
  })
  return data<OwnEnd | undefined>(end)
}

type Props = { readonly loaderData: OwnEnd; readonly actionData?: OwnEnd | undefined }

export default function EndRelationship({ loaderData, actionData }: Props) {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  const { endedAt, open, dates } = actionData ?? loaderData
  return (
    <div className="told">
      <title>{said.title}</title>
      <PageTitle lead={endedAt === undefined ? said.lead : said.doneLead}>
        {endedAt === undefined ? said.title : said.done}
      </PageTitle>
      {endedAt !== undefined && <Notice kind="success">{said.since(writtenDay(endedAt, language))}</Notice>}
      {open && (
        <Notice kind="warning" title={said.openTitle}>
          <p>{said.open}</p>
        </Notice>
      )}
      <h2>{said.when}</h2>
      <Dates dates={dates} />
      <p className="small soft">{said.latest}</p>
      {endedAt === undefined && (
        <form method="post">
          <input type="hidden" name="sure" value="yes" />
          <Button color="danger">{said.title}</Button>
        </form>
      )}
      <p>{said.erase}</p>
      <p>
        <a href={pathIn(language, '/min-side')}>{said.back}</a>
      </p>
    </div>
  )
}

const words = {
  nb: {
    title: 'Avslutt kundeforholdet',
    lead: 'Du trenger ikke si hvorfor. Det gjelder deg, ikke firmaet: kollegene dine er kunder som før.',
    done: 'Kundeforholdet er slutt',
    doneLead:
      'Du kan logge inn og se disse dagene til kontaktopplysningene er slettet. Henvender du deg til oss igjen før det, er du kunde igjen.',
    since: (day: string) => `Avsluttet ${day}.`,
    openTitle: 'Noe er ikke levert eller ikke betalt',
    open: 'Reklame stanser likevel med en gang. Det som skal slettes, venter til det er gjort opp.',
    when: 'Dette skjer, og når',
    latest: 'Senest disse dagene, regnet av programmet etter de samme reglene som sletter.',
    erase: 'Vil du heller at alt vi ikke må beholde, slettes med en gang? Da bruker du «Slett meg» på Min side.',
    back: 'Til Min side',
  },
  en: {
    title: 'End the relationship',
    lead: 'You need not say why. It concerns you, not the company: your colleagues are customers as before.',
    done: 'The relationship has ended',
    doneLead:
      'You can sign in and see these dates until your contact details are deleted. If you turn to us again before that, you are a customer again.',
    since: (day: string) => `Ended ${day}.`,
    openTitle: 'Something is not delivered or not paid',
    open: 'Advertising stops at once all the same. What is to be deleted waits until it is settled.',
    when: 'What happens, and when',
    latest: 'On these days at the latest, counted by the program by the same rules that delete.',
    erase: 'Would you rather have everything we need not keep erased at once? Then use “Erase me” on My page.',
    back: 'To My page',
  },
}
