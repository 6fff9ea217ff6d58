import { dayOf } from '#clock'
import type { Bulk } from '#database'

/** What a foreign price becomes in our catalogue. Documents keep their own currency; only shelf prices are converted. */
export type Conversion = {
  /** Kroner for one of it, as `13.50`. */
  readonly rate: string
  /** Where the rate comes from, in words people can check. */
  readonly source: string
  /** The day it was decided. */
  readonly on: string
}

/** The merchant's own rate for pounds. Nobody's market rate: it is a decision, kept in the settings and changed there. */
const declared = { rate: '13.50', source: 'Forhandlerens egen omregningskurs, ikke en bankkurs' }

/**
 * The rate in the settings; on the first import in pounds our default is written there, so that it can be seen and changed. For other
 * currencies there is none until somebody has decided one: then nothing from that file gets a price on the shelf.
 */
export async function conversion(bulk: Bulk, now: Date, currency: string): Promise<Conversion | undefined> {
  const key = `conversion.${currency}`
  const value: Conversion = { ...declared, on: dayOf(now) }
  if (currency === 'GBP')
    await bulk.query('insert into core.setting (key, value, changed_at) values ($1, $2, $3) on conflict (key) do nothing', [
      key,
      JSON.stringify(value),
      now,
    ])
  const [setting] = await bulk.query<{ value: Conversion }>('select value from core.setting where key = $1', [key])
  return setting?.value
}

const tenØre = 1000n

/** Into kroner, both with four decimals, to the nearest ten øre and never nothing. */
export function inKroner(priceE4: bigint, { rate }: Conversion): bigint {
  const [whole, decimals = ''] = rate.split('.')
  const rateE4 = BigInt(whole!) * 10_000n + BigInt(decimals.padEnd(4, '0').slice(0, 4))
  const exact = priceE4 * rateE4
  const rounded = ((exact + 5_000_000n) / 10_000_000n) * tenØre
  return rounded > 0n ? rounded : tenØre
}
