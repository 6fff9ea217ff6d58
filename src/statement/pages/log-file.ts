import type { LoaderFunctionArgs } from 'react-router'
import { evidenceKey, publishedLog } from '#evidence'
import { dataDirectory } from '#files'
import { asking } from '#purposes'

/** /personvern/logg.json: what verify-receipt.mjs takes as its second file. */
export async function loader({ context }: LoaderFunctionArgs) {
  return Response.json(await publishedLog(asking(context, 'deliver'), evidenceKey(dataDirectory()).publicKey))
}
