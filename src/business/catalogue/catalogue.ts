/**
 * What the merchant sells: products on shelves, with a ladder of prices ex VAT. Says nothing about anybody.
 * Keeps: no promise of its own; the shop reads it without knowing who asks (promise 2.4-h).
 */
export { readBasket, withBasket, writtenBasket, type Gathered } from './basket.ts'
export { asCategory, categories, categoryOf, tileOf, type Category } from './category.ts'
export { mostOrdered } from './most-ordered.ts'
export { leastQuantity, lowestTier, rising, stepsUp, unitPriceAt, type Tier } from './price-ladder.ts'
export { productName } from './product-name.ts'
export { productBySku, products, shelfCounts, type Product } from './products.ts'
export { saveProduct, type ProductFacts } from './save-product.ts'
