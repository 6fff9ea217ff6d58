import { resolve } from 'node:path'

/** ORDHOLDEN_DATA, or `data` in the folder the program is started from. An absolute path. */
export function dataDirectory(environment: { readonly [name: string]: string | undefined } = process.env): string {
  return resolve(environment.ORDHOLDEN_DATA || 'data')
}
