import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { index, route } = relative(import.meta.dirname)

/** Under the shop's layout. */
export const catalogueRoutes: RouteConfigEntry[] = [
  index('pages/front.tsx', { id: 'front' }),
  route('en', 'pages/front.tsx', { id: 'front-en' }),
  route('produkter', 'pages/products.tsx', { id: 'products' }),
  route('en/products', 'pages/products.tsx', { id: 'products-en' }),
  route('produkter/:sku', 'pages/product.tsx', { id: 'product' }),
  route('en/products/:sku', 'pages/product.tsx', { id: 'product-en' }),
]

/** Under the desk's layout. */
export const catalogueDeskRoutes: RouteConfigEntry[] = [
  route('desk/katalog', 'pages/desk-catalogue.tsx', { id: 'desk-catalogue' }),
  route('desk/katalog/:id', 'pages/desk-product.tsx', { id: 'desk-product' }),
]

/** Under no layout: JSON. */
export const catalogueApiRoutes: RouteConfigEntry[] = [route('api/v1/products', 'pages/api-products.ts', { id: 'api-products' })]
