import { redirect, type ActionFunctionArgs } from 'react-router'
import { requireCustomer } from '#auth'
import { now } from '#clock'
import { inventory } from '#inventory'
import { languageOf, pathIn } from '#languages'
import { controller } from '#merchant'
import { asking } from '#purposes'
import { giveAccess, samePerson } from '#rights'

/** /min-side/innsyn.zip, posted: everything about the person, at once. Opened as an address it leads to the page with the button. */
export async function action({ request, context }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const db = asking(context, 'rights_handling')
  const alsoRecordedAs = await samePerson(asking(context, 'legal_obligation'), customer)
  const asked = { inventory, controller: await controller(db), language: languageOf(request), alsoRecordedAs }
  const { fileName, archive } = await giveAccess(db, now(), customer, asked)
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
  throw redirect(pathIn(languageOf(request), '/min-side/last-ned'))
}
