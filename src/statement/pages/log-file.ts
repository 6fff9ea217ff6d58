import type { LoaderFunctionArgs } from 'react-router'
import { publishedLog } from '#evidence'
import { asking } from '#purposes'

/** /personvern/logg.json: what verify-receipt.mjs takes as its second file. */
export async function loader({ context }: LoaderFunctionArgs) {
  return Response.json(await publishedLog(asking(context, 'deliver')))
}
