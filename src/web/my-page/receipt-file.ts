import { data, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireCustomer } from '#auth'
import { asking, asPerson } from '#purposes'
import { receiptAnswer } from './receipt-answer.ts'

/** /min-side/kvittering/:id: proof of what was done to one's own data. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const customer = requireCustomer(context)
  const id = z.uuid().safeParse(params.id)
  if (!id.success) throw data(null, { status: 404 })
  return asPerson(asking(context, 'rights_handling'), customer, (tx) => receiptAnswer(tx, id.data))
}
