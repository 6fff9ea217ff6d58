import { z } from 'zod'

/** A country as people write its two letters, large or small: `NO`. */
export const country = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'To bokstaver, som NO eller SE.')
