declare const minor: unique symbol
/** A whole number of minor units: øre, or pence where the currency is GBP. */
export type Øre = bigint & { readonly [minor]?: never }
