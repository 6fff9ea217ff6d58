import { expect, it } from 'vitest'
import { inKroner } from './conversion.ts'

const rate = { rate: '13.50', source: 'test', on: '2026-01-01' }

it.each([
  ['2.55 pounds', 25_500n, 344_000n], // 34.425 → 34.40
  ['0.001 pounds', 10n, 1_000n], // never nothing
  ['1 pound', 10_000n, 135_000n],
])('%s in kroner, to the nearest ten øre', (_, pounds, kroner) => expect(inKroner(pounds, rate)).toBe(kroner))
