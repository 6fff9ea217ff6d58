import { key, nobody, personalData } from '#personal-data'

const rights = {
  scope: 'reference',
  read: 'all',
  insert: ['deliver'],
  update: ['deliver'],
  delete: ['deliver'],
} as const

export const catalogueTables = [
  personalData(
    'core.product',
    {
      id: key,
      sku: nobody,
      name: nobody,
      name_nb: nobody,
      category: nobody,
      description: nobody,
      currency: nobody,
      vat_rate: nobody,
      stock: nobody,
      lead_days: nobody,
      decoration: nobody,
      setup_cost: nobody,
      listed: nobody,
      created_at: nobody,
    },
    rights,
  ),
  personalData('core.price_tier', { product_id: key, min_quantity: key, unit_price_e4: nobody }, rights),
]
