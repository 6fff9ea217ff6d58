import type { LoaderFunctionArgs } from 'react-router'
import { now } from '#clock'
import { languages } from '#languages'
import { controller } from '#merchant'
import { asking } from '#purposes'
import { readStatement } from './read-statement.ts'

/** /personvern/informasjon.json: what the law says a person is to be told (art. 13 and 14), in force now, in every language. */
export async function loader({ context }: LoaderFunctionArgs) {
  const db = asking(context, 'deliver')
  const at = now()
  const [merchant, ...read] = await Promise.all([controller(db), ...languages.map((language) => readStatement(db, at, language))])
  const [first] = read
  if (!first) return Response.json({ clauses: [] }, { status: 503 })
  const { revision, effectiveOn, contentHash } = first
  const { legalName, organisationNumber, postalAddress, email, phone, privacyContact } = merchant
  const text = languages.map((language, place) => [
    language,
    read[place]!.clauses.map(({ number, title, sentences }) => ({
      number,
      title,
      sentences: sentences.map(({ id, says }) => ({ id, says })),
    })),
  ])
  return Response.json({
    revision,
    effectiveOn,
    contentHash,
    controller: { legalName, organisationNumber, postalAddress, email, phone, privacyContact },
    ...Object.fromEntries(text),
  })
}
