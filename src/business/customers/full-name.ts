type Named = { readonly first_name?: string | null; readonly last_name?: string | null }

/** First and last name, as far as we know them; empty when we know neither. */
export function fullName(person: Named | null | undefined): string {
  return [person?.first_name, person?.last_name].filter(Boolean).join(' ')
}
