import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { asking, isSeen } from '#purposes'
import { draftQuote } from '../draft-quote.ts'

const asked = z.union([z.object({ inquiry: z.uuid() }), z.object({ account: z.uuid(), person: z.uuid().optional() })])

/** `?inquiry=` makes a quote from an inquiry; `?account=` (and `&person=`) one straight for a customer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { userId: staffId } = requireStaff(context, 'salesperson', 'host')
  const read = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!read.success) throw data(null, { status: 404 })
  const db = asking(context, 'deliver')
  if ('inquiry' in read.data) {
    const inquiry = await db
      .selectFrom('inquiry')
      .select(['account_id', 'person_id'])
      .where('id', '=', read.data.inquiry)
      .executeTakeFirst()
    if (!inquiry) throw data(null, { status: 404 })
    const { id } = await draftQuote(db, now(), {
      accountId: inquiry.account_id,
      personId: inquiry.person_id,
      inquiryId: read.data.inquiry,
      staffId,
    })
    throw redirect(`/desk/tilbud/${id}`)
  }
  const account = await db
    .selectFrom('account')
    .select('account_id')
    .where('account_id', '=', read.data.account)
    .executeTakeFirst()
  if (!account) throw data(null, { status: 404 })
  const personId = read.data.person ?? null
  // Nobody's, another company's, or left alone: no quote is made for them.
  if (personId && !(await isSeen(db, { accountId: account.account_id, personId }))) throw data(null, { status: 404 })
  const { id } = await draftQuote(db, now(), { accountId: account.account_id, personId, staffId })
  throw redirect(`/desk/tilbud/${id}`)
}

/** Only the form's button leads here; a look at the address leads to the list. */
export function loader() {
  return redirect('/desk/tilbud')
}
