import { data, type LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { written } from '#breach'
import { draftNotice } from './draft-notice.ts'
import { officers } from './officers.ts'

/** The notice as it would be sent now: text to read and paste, or JSON for a program. */
export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  requireStaff(context, ...officers)
  const found = await draftNotice(context, params.id ?? '')
  if (!found) throw data(null, { status: 404 })
  const asJson = new URL(request.url).pathname.endsWith('.json')
  return new Response(asJson ? JSON.stringify(found.notice, null, 2) : written(found.notice), {
    headers: {
      'Content-Type': asJson ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="${found.breach.number}.${asJson ? 'json' : 'txt'}"`,
      'Cache-Control': 'no-store',
    },
  })
}
