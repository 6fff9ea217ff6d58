import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { Button, ButtonLink, Field, Notice, PageTitle } from '#design'
import { again, idInAddress, readForm, saidNo } from '#http'
import { written } from '#money'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { creditInvoice, leftToCredit } from '../credit-invoice.ts'
import { may } from '../invoice.ts'
import { oneInvoice } from '../one-invoice.ts'
import { refusals } from './desk-words.ts'

async function creditable(context: LoaderFunctionArgs['context'], id: string | undefined) {
  const db = asking(context, 'invoice')
  const found = await oneInvoice(db, now(), idInAddress(id))
  if (!found || !may('credit', found.state)) throw data(null, { status: 404 })
  return { db, found }
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  requireStaff(context, 'salesperson', 'accountant', 'host')
  const { db, found } = await creditable(context, params.id)
  const { id, number, account_id: accountId, currency } = found.invoice
  const left = await leftToCredit(db, accountId, id)
  return { id, number, currency, lines: left.lines.filter(({ kind }) => kind !== 'note') }
}

const form = z.object({ act: z.enum(['rest', 'lines']), reason: z.string().max(300).default('') }).catchall(z.string())

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { userId: staffId } = requireStaff(context, 'salesperson', 'accountant', 'host')
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return again(read.problems, read.typed)
  const { db, found } = await creditable(context, params.id)
  const { id, account_id: accountId } = found.invoice
  const quantities = quantitiesOf(read.typed)
  if (refused(quantities)) return again({ [quantities.field]: 'Skriv et helt antall.' }, read.typed)
  const wanted = read.value.act === 'rest' ? 'rest' : quantities
  const answer = await creditInvoice(db, now(), { accountId, invoiceId: id, staffId, reason: read.value.reason, wanted })
  if (refused(answer)) return again(saidNo(answer, refusals), read.typed)
  throw redirect(`/desk/faktura/${answer.id}`)
}

function quantitiesOf(
  typed: Readonly<Record<string, string>>,
): Map<number, number> | { readonly refused: 'not a number'; readonly field: string } {
  const quantities = new Map<number, number>()
  for (const [field, text] of Object.entries(typed)) {
    const line = /^quantity\.(\d{1,4})$/.exec(field)?.[1]
    if (line === undefined || text.trim() === '') continue
    if (!/^\d{1,7}$/.test(text.trim())) return { refused: 'not a number', field }
    quantities.set(Number(line), Number(text))
  }
  return quantities
}

export default function DeskCredit() {
  const { id, number, currency, lines } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const typed: Record<string, string> = answer?.typed ?? {}
  const problems: Record<string, string> = answer?.problems ?? {}
  return (
    <>
      <title>{`Krediter faktura ${number}`}</title>
      <PageTitle lead="Kreditnotaen får sitt eget nummer og kan ikke endres.">Krediter faktura {number.toString()}</PageTitle>
      {problems.act && (
        <Notice kind="danger">
          <p>{problems.act}</p>
        </Notice>
      )}
      <Form method="post" className="stack prose" noValidate>
        <Field
          name="reason"
          label="Hvorfor"
          hint="Står på kreditnotaen. Ikke skriv navn."
          value={typed.reason}
          problem={problems.reason}
          maxLength={300}
          required
        />
        <div className="row">
          <Button name="act" value="rest">
            Krediter alt som gjenstår
          </Button>
          <ButtonLink variant="secondary" href={`/desk/faktura/${id}`}>
            Ikke nå
          </ButtonLink>
        </div>
        <details open={typed.act === 'lines' || Object.keys(problems).some((name) => name.startsWith('quantity.'))}>
          <summary>Bare noen av linjene</summary>
          <div className="stack">
            {lines.map(({ line, description, quantity, net }) => (
              <Field
                key={line}
                name={`quantity.${line}`}
                label={description}
                hint={`Igjen: ${quantity} stk., ${written(net, 'nb', currency)} eks. mva.`}
                inputMode="numeric"
                value={typed[`quantity.${line}`]}
                problem={problems[`quantity.${line}`]}
              />
            ))}
            <Button name="act" value="lines" variant="secondary">
              Krediter disse
            </Button>
          </div>
        </details>
      </Form>
    </>
  )
}
