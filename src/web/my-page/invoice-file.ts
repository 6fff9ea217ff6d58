import { data, type LoaderFunctionArgs } from 'react-router'
import { requireCustomer } from '#auth'
import { now } from '#clock'
import { idInAddress } from '#http'
import { ownInvoicePdf, pdfResponse } from '#invoices'
import { asking } from '#purposes'

/** /min-side/faktura/:id: the paper of one's own invoice; anybody else's does not exist (promise 6-b). */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const customer = requireCustomer(context)
  const paper = await ownInvoicePdf(asking(context, 'rights_handling'), now(), customer, idInAddress(params.id))
  if (!paper) throw data(null, { status: 404 })
  return pdfResponse(paper)
}
