import { data } from 'react-router'
import type { z } from 'zod'
import { languageOf } from '#languages'
import { unlawfulNumber, type UnlawfulNumber } from './screen-free-text.ts'
import { formLimit, tooLarge } from './too-large.ts'
import { typedText } from './typed-field.ts'
import { unlawful, unstorable, writtenProblem } from './written-problem.ts'

type FormRead<Value> =
  | { readonly ok: true; readonly value: Value; readonly typed: Record<string, string> }
  | {
      readonly ok: false
      /** One problem per field, in the language of the page. */
      readonly problems: Record<string, string>
      /** What was typed, so nobody has to type it again; of boxes with one name those that were ticked, one on each line. */
      readonly typed: Record<string, string>
    }

/**
 * Reads a posted form against a schema. Text is trimmed and put in Unicode NFC. A field whose name ends in `[]`, or
 * that is sent more than once, is an array. Throws the 413 page above 1 MB and the 400 page for what is no form; everything
 * else that is wrong is a value. A national identity number or a card number is refused in every field, unless the act screens what
 * it is given itself, because it keeps count of what was refused or lets staff answer for it (promise 2.1-e).
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  screened: 'here' | 'by the act' = 'here',
): Promise<FormRead<z.output<Schema>>> {
  if (Number(request.headers.get('content-length') ?? 0) > formLimit) throw tooLarge()
  const form = await postedForm(request)
  const typed = textsOf(form)
  const language = languageOf(request)
  const problems = {
    ...(screened === 'here' &&
      Object.fromEntries(withUnlawful(form).map(([name, reason]) => [name, unlawful[reason][language]]))),
    ...Object.fromEntries(withNul(form).map((name) => [name, unstorable[language]])),
  }
  const read = await schema.safeParseAsync(fieldsOf(form), { error: (issue) => writtenProblem(issue, language) })
  if (read.success && Object.keys(problems).length === 0) return { ok: true, value: read.data, typed }

  for (const issue of read.error?.issues ?? []) problems[issue.path.join('.')] ??= issue.message
  return { ok: false, problems, typed }
}

/** The fields as they were sent. A program that sends no form is told so with the 400 page; it is no mistake of ours. */
export async function postedForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => {
    throw data(null, { status: 400 })
  })
}

// Whatever else a field may hold: much is read as it was typed.
function withNul(form: FormData): string[] {
  return [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !typedText.safeParse(value).success ? [fieldName(name)] : [],
  )
}

/** Ids, hashes and the tokens of links are ours, and long enough that eleven digits in a row mean nothing. */
const ours = /^[\w-]{32,}$/

function withUnlawful(form: FormData): (readonly [name: string, reason: UnlawfulNumber])[] {
  return [...form].flatMap(([name, value]) => {
    const found = typeof value === 'string' && !ours.test(value) && unlawfulNumber(value, name)
    return found ? [[fieldName(name), found] as const] : []
  })
}

function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).map((value) => (typeof value === 'string' ? tidy(value) : value))
    const many = name.endsWith('[]') || values.length > 1
    fields[fieldName(name)] = many ? values : values[0]
  }
  return fields
}

function fieldName(name: string): string {
  return name.replace(/\[\]$/, '')
}

function textsOf(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string') typed[name] = name in typed ? `${typed[name]}\n${value}` : value
  return typed
}

function tidy(text: string): string {
  return text.normalize('NFC').trim()
}
