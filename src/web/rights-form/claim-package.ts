import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { now } from '#clock'
import { inventory } from '#inventory'
import { languageOf, pathIn } from '#languages'
import { controller } from '#merchant'
import { asking } from '#purposes'
import { claimByLink, downloadClaim, samePerson } from '#rights'
import { refused } from '#refusal'
import { notAnothers } from './not-anothers.ts'

/** /krav/:token/innsyn.zip, posted: made now from what is held now, for whoever reads the registered mailbox; kept nowhere. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const at = now()
  const legal = asking(context, 'legal_obligation')
  const claim = await claimByLink(legal, at, params.token ?? '')
  if (!claim) throw data(null, { status: 404 })
  notAnothers(context, claim)
  const rights = asking(context, 'rights_handling')
  const { accountId, personId } = claim
  const alsoRecordedAs = personId === null ? [] : await samePerson(legal, { accountId, personId })
  const asked = { inventory, controller: await controller(rights), language: languageOf(request), alsoRecordedAs }
  const made = await downloadClaim(rights, at, claim, asked)
  if (refused(made)) throw data(null, { status: 404 })
  return new Response(new Uint8Array(made.archive), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${made.fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  throw redirect(`${pathIn(languageOf(request), '/krav')}/${encodeURIComponent(params.token ?? '')}`)
}
