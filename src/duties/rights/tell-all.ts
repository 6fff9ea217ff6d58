import { tellRecipients } from '#disclosure'
import { instructSuppliers, type Instructed, type RestrictedPart } from '#processors'
import type { For, Subject } from '#purposes'
import { partWords } from './part-words.ts'
import type { Scope } from './restrict.ts'

type What = 'erasure' | 'rectification' | 'restriction' | 'restriction_lifted'

/** What it is of: the field that was corrected, or what is restricted. Nothing: all there is. */
type Of = { readonly field?: string; readonly scope?: Scope }

/** Everybody outside who got something about the person: suppliers by instruction, recipients of a disclosure by letter (art. 19). */
export async function tellAll(
  tx: For<'rights_handling'>,
  now: Date,
  subject: Subject,
  kind: What,
  { field, scope }: Of = {},
): Promise<Instructed[]> {
  const part = scope && partOf(scope)
  const suppliers = await instructSuppliers(tx, now, subject, {
    kind,
    ...(field !== undefined && { field }),
    ...(part && { part }),
  })
  const named = field === undefined ? part : { fields: [`person.${field}`] }
  const of = named && { nb: partWords(named, 'nb'), en: partWords(named, 'en') }
  return [...suppliers, ...(await tellRecipients(tx, now, subject, { what: kind, ...(of && { of }) }))]
}

/** As those outside know it: by the register's fields, and a paper by its number. */
function partOf({ category, fields, document, number }: Scope): RestrictedPart | undefined {
  if (fields !== undefined) return { fields: fields.map((field) => `person.${field}`) }
  if (category !== undefined) return { category }
  return document === undefined ? undefined : { document: number ?? document }
}
