type Named<Names> = keyof Names & string

/** What a list is asked for by its address: search words, one of its views and sorts by name (the first is the default), and the page. */
export function readListQuery<Views extends object, Sorts extends object>(query: URLSearchParams, views: Views, sorts: Sorts) {
  return {
    search: (query.get('sok') ?? '').slice(0, 200),
    view: chosen(views, query.get('utvalg')),
    sort: chosen(sorts, query.get('sorter')),
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('side'))) || 1)),
  }
}

function chosen<Names extends object>(names: Names, asked: string | null): Named<Names> {
  const all = Object.keys(names) as Named<Names>[]
  return all.find((name) => name === asked) ?? all[0]!
}
