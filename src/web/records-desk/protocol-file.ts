import type { LoaderFunctionArgs } from 'react-router'
import { requireStaff } from '#auth'
import { dayOf, now } from '#clock'
import { asking } from '#purposes'
import { protocolCsv } from '#records'
import { officers } from './officers.ts'
import { protocolNow } from './protocol-now.ts'

/** The record of processing to hand over: JSON for programs, or a sheet. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  requireStaff(context, ...officers)
  const at = now()
  const record = await protocolNow(asking(context, 'legal_obligation'), at)
  const asSheet = new URL(request.url).pathname.endsWith('.csv')
  return new Response(asSheet ? protocolCsv(record) : JSON.stringify({ at, ...record }, null, 2), {
    headers: {
      'Content-Type': asSheet ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="protokoll-${dayOf(at)}.${asSheet ? 'csv' : 'json'}"`,
      'Cache-Control': 'no-store',
    },
  })
}
