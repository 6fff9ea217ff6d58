/** SQL over a function's `hints`: whether one of these values may name the erased. All are asked at once, for the pattern costs fifty times as much. */
export function mayName(values: readonly string[]): string {
  return `concat_ws(chr(10), ${values.join(', ')}) ~* any (hints)`
}
