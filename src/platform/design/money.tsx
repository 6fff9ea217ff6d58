import { written } from '#money'

type Amount = { readonly amount: bigint; readonly language?: 'nb' | 'en'; readonly currency?: string }

/** An amount in minor units: `12 345,60 kr`. Figures stand under each other and never break over a line. */
export function Money({ amount, language = 'nb', currency = 'NOK' }: Amount) {
  return <span className="money">{written(amount, language, currency)}</span>
}
