import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { dayOf, now, writtenDay } from '#clock'
import { notedReading } from '#customers'
import { Button, ButtonLink, Field, LineTable, Notice, PageTitle } from '#design'
import { again, idInAddress, readForm, saidNo, typedDay } from '#http'
import { totals } from '#money'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { writtenEnd } from '#retention'
import { cancelOrder } from '../cancel-order.ts'
import { deliverOrder } from '../deliver-order.ts'
import { oneOrder, type OneOrder } from '../one-order.ts'
import { may } from '../order.ts'
import { orderData } from '../personal-data.ts'
import { Beside } from './desk-order-parts.tsx'
import { OrderTag } from './desk-orders.tsx'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const staff = requireStaff(context, 'salesperson', 'accountant', 'privacy_officer', 'host')
  const db = asking(context, 'administer')
  const found = await oneOrder(db, idInAddress(params.id))
  if (!found) throw data(null, { status: 404 })
  const { order, person } = found
  if (person)
    await notedReading(db, now(), {
      accountId: order.account_id,
      personId: person.id,
      staff,
      purpose: 'administer',
      subject: `order ${order.number}`,
    })
  const row = { accountId: order.account_id, id: order.id }
  return {
    ...found,
    today: dayOf(now()),
    end: await writtenEnd(asking(context, 'legal_obligation'), { now: now(), role: staff.role }, orderData, row),
  }
}

const form = z.discriminatedUnion('act', [
  z.object({ act: z.literal('deliver'), deliveredOn: typedDay }),
  z.object({ act: z.literal('cancel') }),
])

const refusals: Readonly<Record<string, string>> = {
  'not found': 'Ordren finnes ikke.',
  'not now': 'Det kan ikke gjøres med ordren slik den står nå.',
  'delivered in the future': 'Datoen har ikke vært ennå.',
  'delivered before it was ordered': 'Datoen er før ordren ble bekreftet.',
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  requireStaff(context, 'salesperson', 'accountant', 'host')
  const read = await readForm(request, form)
  if (!read.ok) return again(read.problems, read.typed)
  const id = idInAddress(params.id)
  const found = await oneOrder(asking(context, 'administer'), id)
  if (!found) throw data(null, { status: 404 })
  const which = { accountId: found.order.account_id, orderId: id }
  const answer =
    read.value.act === 'cancel'
      ? await cancelOrder(asking(context, 'invoice'), now(), which)
      : await deliverOrder(asking(context, 'deliver'), now(), {
          ...which,
          deliveredAt: momentOn(read.value.deliveredOn, found.order.confirmed_at),
        })
  if (refused(answer)) return again(saidNo(answer, refusals), read.typed)
  throw redirect(`/desk/ordre/${id}`)
}

/** A day has no hour; noon is that day in Oslo all year. On the day it was ordered it is the moment that counts. */
function momentOn(day: string, confirmedAt: Date): Date {
  return day === dayOf(confirmedAt) ? confirmedAt : new Date(`${day}T11:00:00Z`)
}

export default function DeskOrder() {
  const found = useLoaderData<typeof loader>()
  const { order, state, lines } = found
  const { groups } = totals(lines.filter(({ kind }) => kind !== 'note'))
  return (
    <>
      <title>{order.number}</title>
      <PageTitle
        lead={
          <>
            <OrderTag state={state} /> bestilt {writtenDay(order.confirmed_at, 'nb')}
            {order.delivered_at && <> · levert {writtenDay(order.delivered_at, 'nb')}</>}
          </>
        }
        actions={<Next {...found} />}
      >
        {order.number}
      </PageTitle>
      <div className="beside">
        <div className="stack">
          <LineTable
            lines={lines}
            sums={{ net: order.net, gross: order.gross, groups }}
            currency={order.currency}
            caption="Linjene i ordren"
          />
          {may('deliver', state) && <Deliver today={found.today} />}
          {may('cancel', state) && <Cancel />}
        </div>
        <Beside {...found} />
      </div>
    </>
  )
}

function Next({ order, state }: Pick<OneOrder, 'order' | 'state'>) {
  if (!may('invoice', state)) return null
  return <ButtonLink href={`/desk/faktura/ny/${order.id}`}>Lag faktura</ButtonLink>
}

function Deliver({ today }: { readonly today: string }) {
  const answer = useActionData<typeof action>()
  const typed: Record<string, string> = answer?.typed ?? {}
  const problems: Record<string, string> = answer?.problems ?? {}
  return (
    <section className="ds-card">
      <h2>Merk levert</h2>
      {problems.act && (
        <Notice kind="danger">
          <p>{problems.act}</p>
        </Notice>
      )}
      <Form method="post" className="row finder" noValidate>
        <input type="hidden" name="act" value="deliver" />
        <Field
          name="deliveredOn"
          type="date"
          label="Levert den"
          value={typed.deliveredOn ?? today}
          problem={problems.deliveredOn}
          required
        />
        <Button>Levert</Button>
      </Form>
    </section>
  )
}

function Cancel() {
  return (
    <details>
      <summary>Avbestill ordren</summary>
      <p>Ordren blir stående som avbestilt. Det kan ikke gjøres om.</p>
      <Form method="post">
        <Button name="act" value="cancel" variant="secondary" color="danger">
          Avbestill
        </Button>
      </Form>
      <p>
        <Link to="/desk/ordre">Til listen</Link>
      </p>
    </details>
  )
}
