/** The address that `readListQuery` reads the same list from. */
export function listAddress(
  path: string,
  { search, view, sort, page }: { readonly search: string; readonly view: string; readonly sort: string; readonly page: number },
): string {
  const query = new URLSearchParams({ utvalg: view, sorter: sort })
  if (search) query.set('sok', search)
  if (page > 1) query.set('side', String(page))
  return `${path}?${query}`
}
