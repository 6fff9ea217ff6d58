import type { LoaderFunctionArgs } from 'react-router'
import { requireCustomer } from '#auth'
import { idInAddress } from '#http'
import { asking, asPerson } from '#purposes'
import { receiptAnswer } from './receipt-answer.ts'

/** /min-side/kvittering/:id: proof of what was done to one's own data. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const customer = requireCustomer(context)
  return asPerson(asking(context, 'rights_handling'), customer, (tx) => receiptAnswer(tx, idInAddress(params.id)))
}
