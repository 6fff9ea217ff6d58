import { writtenNumber } from '../languages/languages.ts'
import { refuse, type Refusal } from '../refusal/refusal.ts'
import type { Øre } from './amount.ts'

const nbsp = '\u00a0'

/** `12 345,60` in bokmål, `12,345.60` in English; with the currency if asked for. */
export function written(amount: Øre, language: 'nb' | 'en', currency?: string): string {
  return writtenScaled(amount, 2, 2, language, currency)
}

/** A unit price in 1/100 minor units: two decimals, four when they are needed. */
export function writtenUnitPrice(priceE4: bigint, language: 'nb' | 'en', currency?: string): string {
  return writtenScaled(priceE4, 4, 2, language, currency)
}

function writtenScaled(value: bigint, decimals: number, least: number, language: 'nb' | 'en', currency?: string): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const whole = writtenNumber(BigInt(digits.slice(0, -decimals)), language)
  const kept = digits.slice(-decimals).replace(/0+$/, '').padEnd(least, '0')
  const number = `${value < 0n ? '−' : ''}${whole}${language === 'nb' ? ',' : '.'}${kept}`
  if (currency === undefined) return number
  if (currency === 'NOK') return language === 'nb' ? `${number}${nbsp}kr` : `NOK${nbsp}${number}`
  return language === 'nb' ? `${number}${nbsp}${currency}` : `${currency}${nbsp}${number}`
}

/** Reads `12 345,60`, `12.345,60`, `12345.6`: an amount in 1/10^decimals, or a refusal. */
export function readAmount(typed: string, decimals: 2 | 4): bigint | Refusal<'not an amount'> {
  const plain = typed.replace(/[\s\u00a0\u202f]|kr\.?$/gi, '').replace(/[−–]/, '-')
  const unified = /,\d{1,4}$/.test(plain)
    ? plain.replaceAll('.', '').replace(',', '.')
    : plain.replace(/,(?=\d{3}(?:[,.]|$))/g, '')
  const parts = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(unified)
  if (!parts || (parts[3] ?? '').length > decimals) return refuse('not an amount')
  const scaled = BigInt(parts[2]! + (parts[3] ?? '').padEnd(decimals, '0'))
  return parts[1] ? -scaled : scaled
}
