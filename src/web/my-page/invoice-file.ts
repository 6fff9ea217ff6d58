import { data, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireCustomer } from '#auth'
import { now } from '#clock'
import { ownInvoicePdf, pdfResponse } from '#invoices'
import { asking } from '#purposes'

/** /min-side/faktura/:id: the paper of one's own invoice; anybody else's does not exist (promise 6-b). */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const customer = requireCustomer(context)
  const id = z.uuid().safeParse(params.id)
  const paper = id.success ? await ownInvoicePdf(asking(context, 'rights_handling'), now(), customer, id.data) : undefined
  if (!paper) throw data(null, { status: 404 })
  return pdfResponse(paper)
}
