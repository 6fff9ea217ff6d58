import { z } from 'zod'
import { typedPhone, typedText } from '#http'
import { mostPieces } from '#money'

/** Unknown properties are refused: a ninth field about a person cannot come in this way either (promise 2.1-d). */
export const inquiryShape = z.strictObject({
  kind: z.enum(['question', 'quote_request']),
  body: typedText.max(10_000).default(''),
  email: z.email().max(254),
  phone: typedPhone.max(32).optional(),
  language: z.enum(['nb', 'en']).default('nb'),
  items: z
    .array(
      z.strictObject({
        sku: typedText.min(1).max(60),
        quantity: z.int().min(1).max(mostPieces),
        wish: typedText.max(500).optional(),
      }),
    )
    .max(30)
    .default([]),
})
