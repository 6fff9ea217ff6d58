import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { requireStaff } from '#auth'
import { ButtonLink, EmptyState, Finder, Pager, PageTitle, Tag, WideTable } from '#design'
import { writtenNumber } from '#languages'
import { writtenUnitPrice } from '#money'
import { asking } from '#purposes'
import { asCategory, categories, categoryNames } from '../category.ts'
import { lowestTier } from '../price-ladder.ts'
import { productName } from '../product-name.ts'
import { products, type Product } from '../products.ts'

const pageSize = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context)
  const asked = readQuery(new URL(request.url).searchParams)
  const found = await products(asking(context, 'deliver'), { ...asked, sort: 'name', pageSize, unlisted: true })
  return { ...found, asked }
}

function readQuery(query: URLSearchParams) {
  const category = categoryNames.find((name) => name === query.get('hylle'))
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('side'))) || 1))
  return { search: (query.get('sok') ?? '').slice(0, 200), category, page }
}

type Asked = ReturnType<typeof readQuery>

export default function DeskCatalogue() {
  const { rows, total, asked } = useLoaderData<typeof loader>()
  return (
    <>
      <title>Katalog</title>
      <PageTitle actions={<ButtonLink href="/desk/katalog/ny">Ny vare</ButtonLink>}>Katalog</PageTitle>
      <Finder
        label="Søk etter navn eller varenummer"
        value={asked.search}
        found={total === 1 ? '1 vare' : `${writtenNumber(total, 'nb')} varer`}
      >
        <div className="ds-field">
          <label className="ds-label" data-weight="semibold" htmlFor="hylle">
            Hylle
          </label>
          <select className="ds-input" id="hylle" name="hylle" defaultValue={asked.category ?? ''}>
            <option value="">Alle</option>
            {categoryNames.map((name) => (
              <option key={name} value={name}>
                {categories[name].nb}
              </option>
            ))}
          </select>
        </div>
      </Finder>
      {rows.length === 0 ? (
        <EmptyState title="Ingen varer passer" action={<ButtonLink href="/desk/katalog/ny">Ny vare</ButtonLink>}>
          Prøv et annet ord, eller legg inn varen.
        </EmptyState>
      ) : (
        <ProductTable rows={rows} />
      )}
      <Pager page={asked.page} until={{ last: Math.ceil(total / pageSize) }} to={(page) => address({ ...asked, page })} />
    </>
  )
}

function ProductTable({ rows }: { readonly rows: readonly Product[] }) {
  return (
    <WideTable name="Varer" leads data-border>
      <thead>
        <tr>
          <th scope="col">Nummer</th>
          <th scope="col">Navn</th>
          <th scope="col">Hylle</th>
          <th scope="col" className="right">
            Lavest pris
          </th>
          <th scope="col" className="right">
            Lager
          </th>
          <th scope="col" className="right">
            Dager
          </th>
          <th scope="col">I butikken</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((product) => (
          <Line key={product.id} product={product} />
        ))}
      </tbody>
    </WideTable>
  )
}

function Line({ product }: { readonly product: Product }) {
  const name = productName(product, 'nb')
  const lowest = lowestTier(product.ladder)
  return (
    <tr>
      <td className="figures">
        <Link to={`/desk/katalog/${product.id}`}>{product.sku}</Link>
      </td>
      <td lang={name.lang}>{name.text}</td>
      <td>{categories[asCategory(product.category)].nb}</td>
      <td className="number">{lowest ? writtenUnitPrice(lowest.unitPriceE4, 'nb', product.currency) : '–'}</td>
      <td className="number">{writtenNumber(product.stock, 'nb')}</td>
      <td className="number">{product.lead_days}</td>
      <td>
        <Tag state="listed" tone={product.listed ? 'success' : 'neutral'}>
          {product.listed ? 'ja' : 'nei'}
        </Tag>
      </td>
    </tr>
  )
}

function address({ search, category, page }: Asked): string {
  const query = new URLSearchParams({ sok: search, hylle: category ?? '' })
  if (page > 1) query.set('side', String(page))
  return `/desk/katalog?${query}`
}
