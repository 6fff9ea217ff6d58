import { describe } from 'vitest'
import { ids, proving } from './proving.ts'
import * as retention from './retention.ts'

describe('retention can be caught breaking its word', () => {
  const { mutation } = proving()

  mutation(
    retention.bookkeepingStays,
    'no document went before its time',
    'last week’s invoice is deleted and its number kept',
    `update core.issued_document set account_id = null, invoice_id = null where invoice_id = '${ids.second}'`,
  )
})
