import { sql, type QueryExecutorProvider } from 'kysely'
import { z } from 'zod'

/** Who answers for the data: the one record that statement, footers, mails and invoices read (promise 0-a). */
export const controllerShape = z.strictObject({
  legalName: z.string().min(1),
  /** Nine digits, without spaces. */
  organisationNumber: z.string().regex(/^\d{9}$/),
  postalAddress: z.string().min(1),
  headOffice: z.string().min(1),
  email: z.email(),
  phone: z.string().min(1),
  /** Eleven digits, without dots. */
  bankAccount: z.string().regex(/^\d{11}$/),
  vatRegistered: z.boolean(),
  foretaksregistered: z.boolean(),
  privacyContact: z.string().min(1),
})

export type Controller = Readonly<z.infer<typeof controllerShape>>

/** The settings record, on any handle; throws when it is missing or not whole, because nothing may be said in nobody's name. */
export async function controller(db: QueryExecutorProvider): Promise<Controller> {
  return asController((await settings(db, ['controller'])).controller)
}

/** The same, of what `settings` told. */
export function asController(value: unknown): Controller {
  if (!value) throw new Error('the setting "controller" is missing: load the sample merchant or enter your own')
  return controllerShape.parse(value)
}

/** Several settings in one question, on any handle. */
export async function settings<Key extends string>(
  db: QueryExecutorProvider,
  keys: readonly Key[],
): Promise<{ readonly [key in Key]?: unknown }> {
  const { rows } = await sql<{ key: Key; value: unknown }>`select key, value from setting where key = any(${keys})`.execute(db)
  return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as { [key in Key]?: unknown }
}
