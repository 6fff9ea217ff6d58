import { data, useLocation, type ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireCustomer } from '#auth'
import { now } from '#clock'
import { suppressionKey } from '#consent'
import { Button, PageTitle } from '#design'
import { dataDirectory } from '#files'
import { readForm } from '#http'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { alsoInUse, objectToMarketing } from '#rights'
import { ReceiptNotice } from './receipt-notice.tsx'

const form = z.object({ scope: z.enum(['marketing', 'contact']) })

export async function loader() {
  return null
}

/** No question back, no reason, no delay: it holds before the answer is shown (art. 21(2)–(3)). */
export async function action({ request, context }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const read = await readForm(request, form)
  if (!read.ok) return data({ receipt: undefined }, { status: 422 })
  const alsoRecordedAs = await alsoInUse(asking(context, 'legal_obligation'), customer)
  const said = { scope: read.value.scope, channel: 'my_page', alsoRecordedAs } as const
  const objection = { ...said, suppressionKey: suppressionKey(dataDirectory()) }
  const { receipt } = await objectToMarketing(asking(context, 'rights_handling'), now(), customer, objection)
  return data({ receipt })
}

export default function SayNo({ actionData }: { readonly actionData?: { readonly receipt: string | undefined } }) {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  return (
    <div className="prose stack">
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      {actionData?.receipt ? (
        <ReceiptNotice title={said.done} href={`/min-side/kvittering/${actionData.receipt}`} language={language}>
          <p>{said.doneSays}</p>
        </ReceiptNotice>
      ) : (
        <>
          <form method="post">
            <input type="hidden" name="scope" value="marketing" />
            <p>{said.marketing}</p>
            <Button>{said.stopMarketing}</Button>
          </form>
          <form method="post">
            <input type="hidden" name="scope" value="contact" />
            <p>{said.contact}</p>
            <Button variant="secondary">{said.stopContact}</Button>
          </form>
        </>
      )}
      <p>
        <a href={pathIn(language, '/min-side')}>{said.back}</a>
      </p>
    </div>
  )
}

const words = {
  nb: {
    title: 'Stopp reklame',
    lead: 'Ett trykk, og det gjelder med en gang, for alltid, i alle kanaler.',
    marketing: 'Vi sender deg aldri tilbud du ikke har bedt om, og bruker ikke kjøpene dine til å velge hva vi viser deg.',
    stopMarketing: 'Stopp all reklame',
    contact: 'Eller: bare det vi må sende for å levere, fakturere og svare deg. Heller ingen spørreundersøkelser eller hilsener.',
    stopContact: 'Stopp alt som ikke er nødvendig',
    done: 'Det er gjort',
    doneSays:
      'Adressen din står nå på listen over adresser vi aldri sender reklame til. Listen inneholder ikke adressen, bare et avtrykk av den.',
    back: 'Til Min side',
  },
  en: {
    title: 'Stop advertising',
    lead: 'One press, and it holds at once, for good, in every channel.',
    marketing: 'We never send you offers you did not ask for, and do not use your purchases to choose what we show you.',
    stopMarketing: 'Stop all advertising',
    contact: 'Or: only what we must send to deliver, invoice and answer you. No surveys or greetings either.',
    stopContact: 'Stop everything that is not essential',
    done: 'It is done',
    doneSays:
      'Your address is now on the list of addresses we never send advertising to. The list does not hold the address, only a print of it.',
    back: 'To My page',
  },
}
