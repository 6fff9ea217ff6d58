/**
 * Money: whole minor units as bigint, VAT once per rate group, halves away from zero. No floats anywhere.
 */
export { lineNet, mostPieces, totals, type Line, type Totals, type VatGroup } from './totals.ts'
export { readAmount, written, writtenUnitPrice } from './written.ts'
