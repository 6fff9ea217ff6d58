import type { LoaderFunctionArgs } from 'react-router'
import { problemDetails, wholeNumber } from '#http'
import { asking } from '#purposes'
import { categoryNames } from '../category.ts'
import { products, type Product } from '../products.ts'

const mostPerPage = 100

/** GET /api/v1/products?search=&category=&page=&pageSize=. Prices are decimal strings, ex VAT. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const page = asked(query.get('page'), 1, 10_000)
  const pageSize = asked(query.get('pageSize'), 50, mostPerPage)
  const category = query.get('category') ?? undefined
  const problems = {
    ...(page === undefined && { page: 'must be a whole number from 1 to 10000' }),
    ...(pageSize === undefined && { pageSize: `must be a whole number from 1 to ${mostPerPage}` }),
    ...(category !== undefined &&
      !(categoryNames as readonly string[]).includes(category) && { category: `must be one of ${categoryNames.join(', ')}` }),
  }
  if (page === undefined || pageSize === undefined || Object.keys(problems).length > 0) {
    return problemDetails({ status: 422, title: 'The query is not understood', problems })
  }
  const search = (query.get('search') ?? '').slice(0, 200)
  const { rows, total } = await products(asking(context, 'deliver'), { search, category, sort: 'name', page, pageSize })
  return Response.json({ total, page, pageSize, products: rows.map(shown) })
}

function asked(typed: string | null, otherwise: number, most: number): number | undefined {
  return typed ? wholeNumber(typed, most) : otherwise
}

function shown(product: Product) {
  return {
    sku: product.sku,
    name: product.name,
    nameNb: product.name_nb,
    category: product.category,
    currency: product.currency,
    vatRate: product.vat_rate / 100,
    stock: product.stock,
    leadDays: product.lead_days,
    decoration: product.decoration,
    setupCost: decimal(product.setup_cost, 2),
    prices: product.ladder.map(({ minQuantity, unitPriceE4 }) => ({
      fromQuantity: minQuantity,
      unitPrice: decimal(unitPriceE4, 4),
    })),
  }
}

function decimal(value: bigint, decimals: number): string {
  const digits = value.toString().padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
