/** The forms on a page as it was sent: where each goes, and what can be written in it. React writes its HTML in one way only. */
export type Field = {
  readonly name: string
  /** Of an input its type, or numeric or decimal where figures are wanted; else button, select or textarea. */
  readonly type: string
  readonly value: string
  readonly required: boolean
  readonly wrong: boolean
  readonly ticked: boolean
}
export type Form = {
  /** The address it stands at, and the one it is sent to. */
  readonly on: string
  readonly to: string
  readonly fields: readonly Field[]
}

/** A form that stands somewhere, who saw it, and the address it is sent to, as the table of doors has it. */
export type Found = { readonly as: string; readonly form: Form; readonly door: string }

export function formsOf(html: string, on: string): readonly Form[] {
  const loose = [...html.matchAll(/<(?:input|button)[^>]* form="([^"]*)"[^>]*>/g)]
  return [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head, body]) => {
    const { method, action, id } = attributes(head!)
    if (method !== 'post') return []
    const outside = loose.filter(([, form]) => form === id).map(([tag]) => tag)
    return [{ on, to: action || on, fields: fieldsIn(body! + outside.join('')) }]
  })
}

export function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, address]) => written(address!))
}

function fieldsIn(html: string): readonly Field[] {
  const open = [...html.matchAll(/<(input|button)([^>]*)>/g)]
  const closed = [...html.matchAll(/<(textarea|select)([^>]*)>([\s\S]*?)<\/\1>/g)]
  return [...open, ...closed].flatMap(([, tag, head, inside = '']) => {
    const { name, type = 'text', value = '', ...has } = attributes(head!)
    if (!name) return []
    const state = { name, required: 'required' in has, wrong: 'aria-invalid' in has, ticked: 'checked' in has }
    if (tag === 'textarea') return [{ ...state, type: tag, value: written(inside).replace(/^\n/, '') }]
    if (tag === 'select') return [{ ...state, type: tag, value: chosen(inside) }]
    return [{ ...state, type: tag === 'button' ? tag : (has.inputmode ?? type), value }]
  })
}

function chosen(options: string): string {
  const all = [...options.matchAll(/<option([^>]*)>([^<]*)/g)].map(([, head, text]) => ({
    text: written(text!),
    ...attributes(head!),
  }))
  const one = all.find((option) => 'selected' in option) ?? all.find(({ value }: Attributes) => value !== '') ?? all[0]
  return (one as Attributes | undefined)?.value ?? one?.text ?? ''
}

type Attributes = Readonly<Record<string, string>>

function attributes(head: string): Attributes {
  return Object.fromEntries(
    [...head.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!.toLowerCase(), written(value!)]),
  )
}

const characters: Readonly<Record<string, string>> = { quot: '"', '#x27': "'", lt: '<', gt: '>', amp: '&' }

function written(html: string): string {
  return html.replace(/&(quot|#x27|lt|gt|amp);/g, (_, name: string) => characters[name]!)
}
