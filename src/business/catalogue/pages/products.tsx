import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ButtonLink, EmptyState, PageTitle, SearchField, Select } from '#design'
import { languageOf, pathIn, writtenNumber, type Language } from '#languages'
import { asking } from '#purposes'
import { readBasket, withBasket, writtenBasket, type Gathered } from '../basket.ts'
import { categories, categoryNames, type Category } from '../category.ts'
import { products, shelfCounts, sorts } from '../products.ts'
import { BasketLink } from './basket-link.tsx'
import { ProductCard } from './product-card.tsx'
import shop from './shop.css?url'
import { words } from './words.ts'

export const links = () => [{ rel: 'stylesheet', href: shop }]

const pageSize = 24

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const db = asking(context, 'deliver')
  const asked = readQuery(query)
  const [found, shelves] = await Promise.all([products(db, { ...asked, pageSize }), shelfCounts(db, asked.search)])
  return { ...found, shelves, asked, basket: readBasket(query), language: languageOf(request) }
}

function readQuery(query: URLSearchParams) {
  const category = categoryNames.find((name) => name === query.get('hylle'))
  const sort = sorts.find((name) => name === query.get('sorter')) ?? 'popular'
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('side'))) || 1))
  return { search: (query.get('sok') ?? '').slice(0, 200), category, sort, page }
}

type Asked = ReturnType<typeof readQuery>

export default function Products() {
  const { rows, total, shelves, asked, basket, language } = useLoaderData<typeof loader>()
  const said = words[language].list
  return (
    <>
      <title>{said.title}</title>
      <PageTitle actions={<BasketLink {...{ basket, language }} />}>
        {asked.category ? categories[asked.category][language] : said.title}
      </PageTitle>
      <SearchForm {...{ asked, basket, language }} />
      <div className="catalogue">
        <Shelves {...{ shelves, asked, basket, language }} />
        <section aria-label={said.title}>
          <p className="soft">{total === 1 ? said.one : said.found(writtenNumber(total, language))}</p>
          {rows.length === 0 ? (
            <NothingFits {...{ asked, basket, language }} />
          ) : (
            <ul className="product-grid">
              {rows.map((product) => (
                <ProductCard key={product.id} {...{ product, language, basket }} />
              ))}
            </ul>
          )}
          <Pages {...{ asked, total, basket, language }} />
        </section>
      </div>
    </>
  )
}

type Part = { readonly asked: Asked; readonly basket: readonly Gathered[]; readonly language: Language }

function SearchForm({ asked, basket, language }: Part) {
  const said = words[language].list
  return (
    <search>
      <form method="get" className="search-row">
        {asked.category && <input type="hidden" name="hylle" value={asked.category} />}
        {basket.length > 0 && <input type="hidden" name="kurv" value={writtenBasket(basket)} />}
        <SearchField label={said.search} value={asked.search} />
        <Select name="sorter" label={said.sort} value={asked.sort} language={language} required>
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {said.sorts[sort]}
            </option>
          ))}
        </Select>
        <Button variant="secondary">{said.find}</Button>
      </form>
    </search>
  )
}

function Shelves({ shelves, asked, basket, language }: Part & { readonly shelves: ReadonlyMap<string, number> }) {
  const said = words[language].list
  const link = (category: Category | undefined, label: string, number?: number) => (
    <li key={category ?? 'all'}>
      <a
        href={address({ ...asked, category, page: 1 }, basket, language)}
        aria-current={asked.category === category ? 'true' : undefined}
      >
        {label} {number !== undefined && <span className="soft figures">{writtenNumber(number, language)}</span>}
      </a>
    </li>
  )
  return (
    <nav aria-label={said.shelf} className="shelf-list">
      <ul>
        {link(undefined, said.allShelves)}
        {categoryNames
          .filter((name) => shelves.get(name))
          .map((name) => link(name, categories[name][language], shelves.get(name)))}
      </ul>
    </nav>
  )
}

function NothingFits({ asked, basket, language }: Part) {
  const said = words[language].list
  const empty = asked.search === '' && asked.category === undefined
  const action = (
    <div className="row centred">
      {!empty && (
        <ButtonLink variant="secondary" href={withBasket(pathIn(language, '/produkter'), basket)}>
          {said.clear}
        </ButtonLink>
      )}
      <ButtonLink href={withBasket(pathIn(language, '/foresporsel'), basket)}>{words[language].front.ask}</ButtonLink>
    </div>
  )
  return (
    <EmptyState title={empty ? said.empty : said.none} action={action}>
      {empty ? said.emptyHint : said.noneHint}
    </EmptyState>
  )
}

function Pages({ asked, total, basket, language }: Part & { readonly total: number }) {
  const said = words[language].list
  const last = Math.ceil(total / pageSize)
  if (last <= 1) return null
  const to = (page: number) => address({ ...asked, page }, basket, language)
  return (
    <nav aria-label={said.pages} className="pages">
      {asked.page > 1 && (
        <ButtonLink variant="secondary" rel="prev" href={to(asked.page - 1)}>
          {said.previous}
        </ButtonLink>
      )}
      <span className="figures">{said.page(asked.page, last)}</span>
      {asked.page < last && (
        <ButtonLink variant="secondary" rel="next" href={to(asked.page + 1)}>
          {said.next}
        </ButtonLink>
      )}
    </nav>
  )
}

function address({ search, category, sort, page }: Asked, basket: readonly Gathered[], language: Language): string {
  const query = new URLSearchParams()
  if (search) query.set('sok', search)
  if (category) query.set('hylle', category)
  if (sort !== 'popular') query.set('sorter', sort)
  if (page > 1) query.set('side', String(page))
  const path = pathIn(language, '/produkter')
  return withBasket(query.size > 0 ? `${path}?${query}` : path, basket)
}
