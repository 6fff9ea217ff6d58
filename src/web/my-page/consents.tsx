import { data, useLocation, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireCustomer } from '#auth'
import { now, writtenDay } from '#clock'
import { choices, suppressionKey } from '#consent'
import { Button, PageTitle } from '#design'
import { dataDirectory } from '#files'
import { readForm } from '#http'
import { languageOf, pathIn, type Language } from '#languages'
import { ledgerIn } from '#ledger'
import { asking, asPerson } from '#purposes'
import { alsoInUse, purposeWord, takeBackConsent } from '#rights'
import { ReceiptNotice } from './receipt-notice.tsx'

const form = z.object({ purpose: z.string().min(1).max(60) })

/** Stands where a purpose stands, and is none. */
const all = 'all'

type Given = { readonly purpose: string; readonly what: string; readonly since: string }

/** The consents that stand, one line for each purpose. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<readonly Given[]> {
  const customer = requireCustomer(context)
  const language = languageOf(request)
  const { consents } = await asPerson(asking(context, 'rights_handling'), customer, choices)
  const standing = consents.filter(({ withdrawnAt }) => withdrawnAt === null)
  return [...new Map(standing.map((each) => [each.purpose, each])).values()].map(({ purpose, givenAt }) => ({
    purpose,
    what: purposeWord(purpose, language),
    since: writtenDay(givenAt, language),
  }))
}

/** No question back: it has stopped before the answer is shown (art. 7(3)). */
export async function action({ request, context }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const read = await readForm(request, form)
  if (!read.ok) return data({ receipt: undefined }, { status: 422 })
  const stopping = { suppressionKey: suppressionKey(dataDirectory()), ledger: ledgerIn() }
  const purpose = read.value.purpose === all ? undefined : read.value.purpose
  const alsoRecordedAs = await alsoInUse(asking(context, 'legal_obligation'), customer)
  const asked = { purpose, language: languageOf(request), alsoRecordedAs }
  const { receipt } = await takeBackConsent(asking(context, 'rights_handling'), now(), customer, asked, stopping)
  return data({ receipt })
}

type Props = { readonly loaderData: readonly Given[]; readonly actionData?: { readonly receipt: string | undefined } }

export default function Consents({ loaderData: given, actionData }: Props) {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  return (
    <div className="prose stack">
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      {actionData?.receipt && (
        <ReceiptNotice title={said.done} href={`/min-side/kvittering/${actionData.receipt}`} language={language}>
          <p>{said.doneSays}</p>
        </ReceiptNotice>
      )}
      {given.length === 0 ? <NoConsents language={language} /> : <Standing given={given} language={language} />}
      <p>
        <a href={pathIn(language, '/min-side')}>{said.back}</a>
      </p>
    </div>
  )
}

function NoConsents({ language }: { readonly language: Language }) {
  return <p>{words[language].none}</p>
}

function Standing({ given, language }: { readonly given: readonly Given[]; readonly language: Language }) {
  const said = words[language]
  return (
    <>
      {given.map(({ purpose, what, since }) => (
        <form method="post" key={purpose} className="stack">
          <input type="hidden" name="purpose" value={purpose} />
          <p>{said.given(what, since)}</p>
          <Button>
            {said.button}
            <span className="unseen">: {what}</span>
          </Button>
        </form>
      ))}
      {given.length > 1 && (
        <form method="post">
          <input type="hidden" name="purpose" value={all} />
          <Button variant="secondary">{said.all}</Button>
        </form>
      )}
    </>
  )
}

const words = {
  nb: {
    title: 'Trekk et samtykke',
    lead: 'Ett trykk. Du trenger ingen grunn, og det gjelder med en gang.',
    none: 'Du har ikke gitt noe samtykke som gjelder nå. Det er ingenting å trekke.',
    given: (what: string, since: string) => `Du sa ja til dette ${since}: ${what}.`,
    button: 'Trekk samtykket',
    all: 'Trekk alle',
    done: 'Samtykket er trukket',
    doneSays: 'Det som hvilte på det, er stoppet. Det vi gjorde før, var lovlig da, og blir ikke gjort om igjen.',
    back: 'Til Min side',
  },
  en: {
    title: 'Withdraw a consent',
    lead: 'One press. You need no reason, and it holds at once.',
    none: 'You have given no consent that stands now. There is nothing to withdraw.',
    given: (what: string, since: string) => `You said yes to this on ${since}: ${what}.`,
    button: 'Withdraw the consent',
    all: 'Withdraw all',
    done: 'The consent is withdrawn',
    doneSays: 'What rested on it has stopped. What we did before was lawful then, and is not done again.',
    back: 'To My page',
  },
}
