import type { Bulk } from '#database'

/** What a foreign price becomes in our catalogue. Documents keep their own currency; only shelf prices are converted. */
export type Conversion = {
  /** Kroner for one pound, as `13.50`. */
  readonly rate: string
  /** Where the rate comes from, in words people can check. */
  readonly source: string
  /** The day it was decided. */
  readonly on: string
}

const pounds = 'conversion.GBP'

/** The merchant's own rate. Nobody's market rate: it is a decision, kept in the settings and changed there. */
const declared = { rate: '13.50', source: 'Forhandlerens egen omregningskurs, ikke en bankkurs' }

/** The rate in the settings; on the first import our default is written there, so that it can be seen and changed. */
export async function conversion(bulk: Bulk, now: Date): Promise<Conversion> {
  const value: Conversion = { ...declared, on: now.toISOString().slice(0, 10) }
  await bulk.query('insert into core.setting (key, value, changed_at) values ($1, $2, $3) on conflict (key) do nothing', [
    pounds,
    JSON.stringify(value),
    now,
  ])
  const [setting] = await bulk.query<{ value: Conversion }>('select value from core.setting where key = $1', [pounds])
  return setting!.value
}

const tenØre = 1000n

/** Pounds to kroner, both with four decimals, to the nearest ten øre and never nothing. */
export function inKroner(priceE4: bigint, { rate }: Conversion): bigint {
  const [whole, decimals = ''] = rate.split('.')
  const rateE4 = BigInt(whole!) * 10_000n + BigInt(decimals.padEnd(4, '0').slice(0, 4))
  const exact = priceE4 * rateE4
  const rounded = ((exact + 5_000_000n) / 10_000_000n) * tenØre
  return rounded > 0n ? rounded : tenØre
}
