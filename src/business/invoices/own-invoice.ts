import { asPerson, type For, type Subject } from '#purposes'
import { fileName } from './mail-invoice.ts'
import { invoicePdf } from './invoice-pdf.ts'
import { oneInvoice } from './one-invoice.ts'

/** The PDF of the person's own invoice, for my page; undefined when it is nobody's or somebody else's (promise 6-b). */
export async function ownInvoicePdf(
  db: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  id: string,
): Promise<{ readonly fileName: string; readonly bytes: Buffer } | undefined> {
  // The same names in the database; under rights_handling they are views that hold this person's rows only.
  const found = await asPerson(db, subject, (tx) => oneInvoice(tx as unknown as For<'invoice'>, now, id))
  return found && { fileName: fileName(found), bytes: await invoicePdf(found) }
}

/** The answer to a request for a PDF. */
export function pdfResponse({ fileName: name, bytes }: { readonly fileName: string; readonly bytes: Buffer }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
