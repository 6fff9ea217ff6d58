import { wholeNumber } from '#http'
import { mostPieces } from '#money'

/**
 * What a visitor is gathering, carried in the address, so it works with cookies and scripts refused (promise 2.4-h):
 * `?kurv=22326:250,85099B:100`, and what is being added: `?vare=22326&antall=250`.
 */
export type Gathered = { readonly sku: string; readonly quantity: number }

const mostLines = 30

export function readBasket(query: URLSearchParams): readonly Gathered[] {
  const kept = (query.get('kurv') ?? '')
    .split(',')
    .flatMap((each) => gathered(each.slice(0, each.lastIndexOf(':')), each.slice(each.lastIndexOf(':') + 1)))
  const quantities = query.getAll('antall')
  const added = query.getAll('vare').flatMap((sku, place) => gathered(sku, quantities[place] ?? '1'))
  const basket = new Map([...kept, ...added].map(({ sku, quantity }) => [sku, quantity]))
  return [...basket].slice(0, mostLines).map(([sku, quantity]) => ({ sku, quantity }))
}

export function writtenBasket(basket: readonly Gathered[]): string {
  return basket.map(({ sku, quantity }) => `${sku}:${quantity}`).join(',')
}

/** The address with the basket along: `/produkter?kurv=22326:250`. */
export function withBasket(path: string, basket: readonly Gathered[]): string {
  return basket.length === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}kurv=${encodeURIComponent(writtenBasket(basket))}`
}

function gathered(sku: string, quantity: string): Gathered[] {
  return sku === '' || sku.length > 60 ? [] : [{ sku, quantity: wholeNumber(quantity, mostPieces) ?? 1 }]
}
