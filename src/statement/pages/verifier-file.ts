import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** /personvern/verify-receipt.mjs: the very file that stands in the source. */
export async function loader() {
  const script = await readFile(resolve('src/duties/evidence/verify-receipt.mjs'), 'utf8')
  return new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
}
