import { type Field, type Found, formsOf } from './forms-of.ts'
import type { Sent, Typed } from './hostile.ts'

/** What the program says to itself, and nobody should read. */
export const told = /node_modules|\bat \w+ \(|violates|syntax error at|ZodError|TypeError/
export const typedIn = /^(?:text|email|tel|url|number|numeric|decimal|date|datetime-local|textarea)$/

/** What is written over several days is saved as far as it has come, and an invoice has the order's own place where none is typed. */
const mayBeBlank = /utkast|utlevering\/:account|faktura\/ny/

/** What is wrong with the answer to a field that had to be refused. */
export function unkind(
  { form, door }: Found,
  { field, value, sent }: { readonly field: Field; readonly value: Typed; readonly sent: Sent },
  { status, html }: { readonly status: number; readonly html: string },
): string | undefined {
  if (typeof value === 'string' && value.trim() === '' && mayBeBlank.test(door)) return undefined
  if (status < 400) return 'is taken'
  if (status !== 422) return undefined
  const act = form.fields.find(({ name, type }) => name === 'act' && type === 'hidden')?.value
  const again = formsOf(html, form.on).filter(
    ({ to, fields }) => to === form.to && (!act || fields.some(({ value }) => value === act)),
  )
  const same = again.find(({ fields }) => fields.some(({ name, wrong }) => name === field.name && wrong))
  if (!same) return 'is not marked'
  if (!/ds-validation-message[^>]*>[^<]{8}/.test(html)) return 'is not explained'
  if (/ds-validation-message[^>]*>[^<]*(?:invalid|expected|required)/i.test(html)) return 'is explained in other words than ours'
  if (/<details(?![^>]*\bopen\b)[^>]*>(?:(?!<\/details>)[\s\S])*aria-invalid/.test(html)) return 'is marked where nobody sees it'
  const lost = form.fields
    .filter(({ name, type }) => name !== field.name && (typedIn.test(type) || type === 'select'))
    .filter(
      ({ name }) =>
        same.fields.find((each) => each.name === name)?.value.trim() !==
        String(sent.find(([each]) => each === name)?.[1] ?? '').trim(),
    )
  return lost.length > 0 ? `costs what was typed in ${lost.map(({ name }) => name).join(', ')}` : undefined
}
