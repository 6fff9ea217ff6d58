import { tellRecipients } from '#disclosure'
import { instructSuppliers, type Instructed, type RestrictedPart } from '#processors'
import type { For, Subject } from '#purposes'
import { ownDocument, paperKind } from './own-documents.ts'
import { partWords } from './part-words.ts'
import type { Scope } from './restrict.ts'

type What = 'erasure' | 'rectification' | 'restriction' | 'restriction_lifted'

/**
 * What it is of: the field that was corrected, or what is restricted. Nothing: all there is. `was`: the value before; `number`: of a
 * paper that may be gone.
 */
type Of = { readonly field?: string; readonly was?: string; readonly scope?: Scope; readonly number?: string }

/** Everybody outside who got something about the person: suppliers by instruction, recipients of a disclosure by letter (art. 19). */
export async function tellAll(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  kind: What,
  { field, was, scope, number }: Of = {},
): Promise<Instructed[]> {
  const part = scope && (await partOf(tx, scope, number))
  const suppliers = await instructSuppliers(tx, now, subject, {
    kind,
    ...(field !== undefined && { field }),
    ...(was !== undefined && { was }),
    ...(part && { part }),
  })
  const named = field === undefined ? part : { fields: [`person.${field}`] }
  const of = named && { nb: partWords(named, 'nb'), en: partWords(named, 'en') }
  return [...suppliers, ...(await tellRecipients(tx, now, subject, { what: kind, ...(of && { of }) }))]
}

/** As those outside know it: by the register's fields, and a paper by what it is and its number. */
async function partOf(
  tx: For<'rights_handling'>,
  { category, fields, document }: Scope,
  number: string | undefined,
): Promise<RestrictedPart | undefined> {
  if (fields !== undefined) return { fields: fields.map((field) => `person.${field}`) }
  if (category !== undefined) return { category }
  if (document === undefined) return undefined
  // Restrictions from before the number was kept with them have none.
  const paper = await ownDocument(tx, document)
  return { document: paper?.number ?? number ?? document, ...(paper && { of: paperKind(paper) }) }
}
