import { redirect, type ActionFunctionArgs } from 'react-router'
import { requireCustomer } from '#auth'
import { now } from '#clock'
import { inventory } from '#inventory'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { takeAlong } from '#rights'

/** /min-side/ta-med.zip, posted: what the person gave us, for others to read. Opened as an address it leads to the page with the button. */
export async function action({ request, context }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const taken = { inventory, language: languageOf(request) }
  const { fileName, archive } = await takeAlong(asking(context, 'rights_handling'), now(), customer, taken)
  return new Response(new Uint8Array(archive), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

export async function loader({ request, context }: ActionFunctionArgs) {
  requireCustomer(context)
  throw redirect(pathIn(languageOf(request), '/min-side/ta-med'))
}
