import { data, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { asking } from '#purposes'
import { invoicePdf } from '../invoice-pdf.ts'
import { fileName } from '../mail-invoice.ts'
import { oneInvoice } from '../one-invoice.ts'
import { pdfResponse } from '../own-invoice.ts'

/** The paper, to read or print. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  requireStaff(context, 'salesperson', 'accountant', 'host')
  const id = z.uuid().safeParse(params.id).data
  const found = id === undefined ? undefined : await oneInvoice(asking(context, 'invoice'), now(), id)
  if (!found) throw data(null, { status: 404 })
  return pdfResponse({ fileName: fileName(found), bytes: await invoicePdf(found) })
}
