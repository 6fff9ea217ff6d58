import { Tile } from '#design'
import { pathIn, writtenNumber, type Language } from '#languages'
import { writtenUnitPrice } from '#money'
import { withBasket, type Gathered } from '../basket.ts'
import { tileOf } from '../category.ts'
import { lowestTier } from '../price-ladder.ts'
import { productName } from '../product-name.ts'
import type { Product } from '../products.ts'
import { words } from './words.ts'

type Shown = { readonly product: Product; readonly language: Language; readonly basket?: readonly Gathered[] }

/** A product in a list: picture, name, the ladder's last step, stock and lead time. */
export function ProductCard({ product, language, basket = [] }: Shown) {
  const name = productName(product, language)
  return (
    <li className="product-card">
      <a href={withBasket(pathIn(language, `/produkter/${encodeURIComponent(product.sku)}`), basket)}>
        <Tile {...tileOf(product)} />
        <span className="about">
          <strong lang={name.lang}>{name.text}</strong>
          <FromPrice {...{ product, language }} />
          <span className="small soft">
            <Availability {...{ product, language }} />
          </span>
        </span>
      </a>
    </li>
  )
}

function FromPrice({ product, language }: Shown) {
  const lowest = lowestTier(product.ladder)
  const said = words[language].product
  if (!lowest) return <span>{said.onRequest}</span>
  const price = <b className="money">{writtenUnitPrice(lowest.unitPriceE4, language, product.currency)}</b>
  if (product.ladder.length === 1) return <span>{price}</span>
  return (
    <span>
      {said.from} {price} {said.at(writtenNumber(lowest.minQuantity, language))}
    </span>
  )
}

export function Availability({ product, language }: Shown) {
  const said = words[language].product
  return (
    <>
      {product.stock > 0 ? said.inStock(writtenNumber(product.stock, language)) : said.outOfStock} ·{' '}
      {said.lead(product.lead_days)}
    </>
  )
}
