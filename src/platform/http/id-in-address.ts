import { z } from 'zod'

const nobodys = '00000000-0000-0000-0000-000000000000'

/** The id in an address. What is no id finds nothing, as an id that nobody has, rather than an error in the database. */
export function idInAddress(typed: string | null | undefined): string {
  return z.guid().safeParse(typed).data ?? nobodys
}
