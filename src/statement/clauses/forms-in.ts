/** A form as it stands on a page: where it posts to, its tags, and its words. Nothing depends on the order of attributes. */
export type FormShown = {
  readonly action: string
  readonly posts: boolean
  readonly tags: readonly Tag[]
  readonly words: string
}

type Tag = { readonly name: string; readonly has: Readonly<Record<string, string>> }

/** The forms in a piece of HTML, each taken whole: what stands outside a form is in none. */
export function formsIn(html: string): FormShown[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, own, inside]) => {
    const { action = '', method = 'get' } = attributes(own!)
    const tags = [...inside!.matchAll(/<([a-z]+)\b([^>]*)>/g)].map(([, name, given]) => ({
      name: name!,
      has: attributes(given!),
    }))
    return { action, posts: method.toLowerCase() === 'post', tags, words: words(inside!) }
  })
}

/** Whether one tag of that kind has all of this at once, and is neither switched off nor sent elsewhere. */
export function hasTag({ tags }: FormShown, name: string, wanted: Tag['has']): boolean {
  return tags.some(
    (tag) =>
      tag.name === name &&
      Object.entries(wanted).every(([key, value]) => tag.has[key] === value) &&
      ['disabled', 'form', 'formaction'].every((away) => tag.has[away] === undefined),
  )
}

/** The foot of the page, whole; empty where there is none. */
export function footOf(html: string): string {
  return /<footer\b.*<\/footer>/s.exec(html)?.[0] ?? ''
}

function attributes(inTag: string): Record<string, string> {
  return Object.fromEntries([...inTag.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name, value]) => [name!, value ?? '']))
}

function words(html: string): string {
  return html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
