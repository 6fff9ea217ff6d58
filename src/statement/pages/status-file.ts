import type { LoaderFunctionArgs } from 'react-router'
import { now } from '#clock'
import { asking } from '#purposes'
import { readStatement } from './read-statement.ts'

/** /personvern/status.json: the states of the sentences, for programs. */
export async function loader({ context }: LoaderFunctionArgs) {
  const statement = await readStatement(asking(context, 'deliver'), now(), 'nb')
  if (!statement) return Response.json({ sentences: [] }, { status: 503 })
  const { revision, effectiveOn, contentHash, score, clauses } = statement
  const sentences = clauses.flatMap((clause) => clause.sentences.map(({ id, promises, state }) => ({ id, promises, state })))
  return Response.json({ revision, effectiveOn, contentHash, score, sentences })
}
