import type { LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { asking } from '#purposes'
import { claimBundle } from '#rights'
import { foundClaim, handlers } from './found-claim.ts'

/** /desk/rettigheter/:account/:id/sak.zip: the case as one file, for Datatilsynet (promise 2.1-p). Noted in the timeline. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { role } = requireStaff(context, ...handlers)
  const whole = await foundClaim({ context, params })
  const { fileName, archive } = await claimBundle(asking(context, 'legal_obligation'), now(), whole, { role })
  return new Response(new Uint8Array(archive), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
