/** Anything JSON can say. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value | undefined }

/** JSON with sorted names and no spaces, so that the same content has the same bytes everywhere (as in RFC 8785). */
export function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map((each: Value) => canonical(each)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const named = value as { readonly [name: string]: Value | undefined }
  const names = Object.keys(named)
    .filter((name) => named[name] !== undefined)
    .toSorted()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(named[name]!)}`).join(',')}}`
}
