import type { z } from 'zod'
import { languageOf } from '#languages'
import { formLimit, tooLarge } from './too-large.ts'
import { writtenProblem } from './written-problem.ts'

export type FormRead<Value> =
  | { readonly ok: true; readonly value: Value; readonly typed: Record<string, string> }
  | {
      readonly ok: false
      /** One problem per field, in the language of the page. */
      readonly problems: Record<string, string>
      /** What was typed, so nobody has to type it again. */
      readonly typed: Record<string, string>
    }

/**
 * Reads a posted form against a schema. Text is trimmed and put in Unicode NFC. A field whose name ends in `[]`, or
 * that is sent more than once, is an array. Throws the 413 page above 1 MB; everything else that is wrong is a value.
 */
export async function readForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<FormRead<z.output<Schema>>> {
  if (Number(request.headers.get('content-length') ?? 0) > formLimit) throw tooLarge()
  const form = await request.formData()
  const typed = typedText(form)
  const language = languageOf(request)
  const read = await schema.safeParseAsync(fieldsOf(form), { error: (issue) => writtenProblem(issue, language) })
  if (read.success) return { ok: true, value: read.data, typed }

  const problems: Record<string, string> = {}
  for (const issue of read.error.issues) problems[issue.path.join('.')] ??= issue.message
  return { ok: false, problems, typed }
}

function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).map((value) => (typeof value === 'string' ? tidy(value) : value))
    const many = name.endsWith('[]') || values.length > 1
    fields[name.replace(/\[\]$/, '')] = many ? values : values[0]
  }
  return fields
}

function typedText(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !(name in typed)) typed[name] = value
  return typed
}

function tidy(text: string): string {
  return text.normalize('NFC').trim()
}
