import type { LoaderFunctionArgs } from 'react-router'
import type { Delivery } from '#mail'
import { asking } from '#purposes'
import { namesOfStaff } from '#staff'
import { deliveriesOf, dispatchesOf, type How } from '../dispatch.ts'

export type Dispatch = {
  readonly id: string
  readonly how: How
  readonly at: Date
  /** Undefined: nobody we know the name of. */
  readonly by: string | undefined
  readonly delivery: Delivery | undefined
}
type Invoice = { readonly account_id: string; readonly id: string }

/** What was sent, with what has become of the letters and the names of who sent them. */
export async function dispatchesFor(
  context: LoaderFunctionArgs['context'],
  { account_id: accountId, id }: Invoice,
): Promise<readonly Dispatch[]> {
  const rows = await dispatchesOf(asking(context, 'invoice'), accountId, id)
  const mailIds = rows.flatMap(({ mail_id: mailId }) => mailId ?? [])
  const [deliveries, names] = await Promise.all([
    deliveriesOf(asking(context, 'administer'), accountId, mailIds),
    namesOfStaff(
      asking(context, 'security'),
      rows.map(({ staff_user_id: by }) => by),
    ),
  ])
  return rows.map(({ id: key, how, at, mail_id: mailId, staff_user_id: by }) => ({
    id: key,
    how: how as Dispatch['how'],
    at,
    by: by === null ? undefined : names[by],
    delivery: mailId === null ? undefined : deliveries[mailId],
  }))
}
