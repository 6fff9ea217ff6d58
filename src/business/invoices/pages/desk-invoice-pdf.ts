import { data, type LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { idInAddress } from '#http'
import { asking } from '#purposes'
import { invoicePdf } from '../invoice-pdf.ts'
import { fileName } from '../mail-invoice.ts'
import { oneInvoice } from '../one-invoice.ts'
import { pdfResponse } from '../own-invoice.ts'

/** The paper, to read or print. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  requireStaff(context, 'salesperson', 'accountant', 'host')
  const found = await oneInvoice(asking(context, 'invoice'), now(), idInAddress(params.id))
  if (!found) throw data(null, { status: 404 })
  return pdfResponse({ fileName: fileName(found), bytes: await invoicePdf(found) })
}
