import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, Field, Notice, PageTitle, Tile } from '#design'
import { languageOf, pathIn, writtenNumber, type Language } from '#languages'
import { mostPieces, written, writtenUnitPrice } from '#money'
import { asking } from '#purposes'
import { readBasket, withBasket, writtenBasket, type Gathered } from '../basket.ts'
import { asCategory, categories, tileOf } from '../category.ts'
import { leastQuantity, unitPriceAt } from '../price-ladder.ts'
import { productName } from '../product-name.ts'
import { productBySku, type Product } from '../products.ts'
import { BasketLink } from './basket-link.tsx'
import { Availability } from './product-card.tsx'
import shop from './shop.css?url'
import { words } from './words.ts'

export const links = () => [{ rel: 'stylesheet', href: shop }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const product = await productBySku(asking(context, 'deliver'), params.sku ?? '')
  if (!product) throw data(null, { status: 404 })
  const query = new URL(request.url).searchParams
  return { product, basket: readBasket(query), language: languageOf(request) }
}

export default function ProductPage() {
  const { product, basket, language } = useLoaderData<typeof loader>()
  const said = words[language].product
  const name = productName(product, language)
  const category = asCategory(product.category)
  return (
    <>
      <title>{name.text}</title>
      <nav className="small crumbs">
        <a href={withBasket(pathIn(language, '/produkter'), basket)}>{words[language].list.title}</a> /{' '}
        <a href={withBasket(`${pathIn(language, '/produkter')}?hylle=${category}`, basket)}>{categories[category][language]}</a>
      </nav>
      <div className="product">
        <div className="picture">
          <Tile {...tileOf(product)} />
        </div>
        <div className="stack">
          <PageTitle lead={<Availability {...{ product, language }} />} actions={<BasketLink {...{ basket, language }} />}>
            <span lang={name.lang}>{name.text}</span>
          </PageTitle>
          {product.description && <p className="prose">{product.description}</p>}
          <Ladder {...{ product, language }} />
          {product.listed ? <AddForm {...{ product, basket, language }} /> : <Notice kind="warning">{said.gone}</Notice>}
          <Facts {...{ product, language }} />
        </div>
      </div>
    </>
  )
}

type Part = { readonly product: Product; readonly language: Language }

/** Every step of the ladder; each leads to an inquiry for that many. */
function Ladder({ product, language }: Part) {
  const said = words[language].product
  if (product.ladder.length === 0) return <p>{said.onRequest}</p>
  return (
    <div className="ladder">
      <h2>{said.ladder}</h2>
      <ol>
        {product.ladder.map(({ minQuantity, unitPriceE4 }) => (
          <li key={minQuantity}>
            <span className="figures">{writtenNumber(minQuantity, language)}+</span>
            <b className="money">{writtenUnitPrice(unitPriceE4, language, product.currency)}</b>
          </li>
        ))}
      </ol>
    </div>
  )
}

function AddForm({ product, basket, language }: Part & { readonly basket: readonly Gathered[] }) {
  const said = words[language].product
  const least = leastQuantity(product.ladder)
  const others = basket.filter(({ sku }) => sku !== product.sku)
  const wanted = basket.find(({ sku }) => sku === product.sku)?.quantity ?? least
  return (
    <form method="get" action={pathIn(language, '/foresporsel')} className="add-form">
      {others.length > 0 && <input type="hidden" name="kurv" value={writtenBasket(others)} />}
      <input type="hidden" name="vare" value={product.sku} />
      <Field
        name="antall"
        type="number"
        label={said.quantity}
        hint={said.least(writtenNumber(least, language))}
        value={wanted}
        min={1}
        max={mostPieces}
        required
        language={language}
      />
      <div className="row">
        <Button>{said.askFor}</Button>
        <Button variant="secondary" formAction={pathIn(language, '/produkter')}>
          {said.add}
        </Button>
      </div>
      <p className="small soft">{said.addHint}</p>
    </form>
  )
}

function Facts({ product, language }: Part) {
  const said = words[language].product
  const setup = product.setup_cost > 0n ? written(product.setup_cost, language, product.currency) : undefined
  const example = product.ladder.at(-1)
  const rows: readonly (readonly [string, string | undefined | null])[] = [
    [said.number, product.sku],
    [said.stock, product.stock > 0 ? said.inStock(writtenNumber(product.stock, language)) : said.outOfStock],
    [said.leadTime, said.days(product.lead_days)],
    [said.decoration, product.decoration],
    [said.setup, setup],
    [said.vat, `${product.vat_rate / 100} %`],
    [
      example ? said.sum(writtenNumber(example.minQuantity, language)) : '',
      example && sumAt(product, example.minQuantity, language),
    ],
  ]
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function sumAt({ ladder, currency }: Product, quantity: number, language: Language): string | undefined {
  const price = unitPriceAt(ladder, quantity)
  return price === undefined ? undefined : written((price * BigInt(quantity) + 50n) / 100n, language, currency)
}
