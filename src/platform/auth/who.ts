import { createContext, data, redirect, type RouterContextProvider } from 'react-router'

export type Role = 'salesperson' | 'marketer' | 'privacy_officer' | 'accountant' | 'host'

/** Who asks. Staff are staff only after the second factor and a signed declaration (promises 4-e, 6-c). */
export type Who =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'customer'
      readonly userId: string
      readonly accountId: string
      readonly personId: string
      readonly email: string
    }
  | { readonly kind: 'staff'; readonly userId: string; readonly name: string; readonly role: Role }

export type Staff = Extract<Who, { kind: 'staff' }>
export type Customer = Extract<Who, { kind: 'customer' }>

type Asked = Readonly<Pick<RouterContextProvider, 'get'>>

/** Set by the server for each request, before any loader. */
export const whoContext = createContext<Who>({ kind: 'nobody' })

export function whoIs(context: Asked): Who {
  return context.get(whoContext)
}

/** The member of staff who asks. Others are sent to the desk's sign-in; staff without one of the roles get 403. */
export function requireStaff(context: Asked, ...roles: readonly Role[]): Staff {
  const who = whoIs(context)
  if (who.kind !== 'staff') throw redirect('/desk/logg-inn')
  if (roles.length > 0 && !roles.includes(who.role)) throw data(null, { status: 403 })
  return who
}

/** The customer who asks. Others are sent to sign in. */
export function requireCustomer(context: Asked): Customer {
  const who = whoIs(context)
  if (who.kind !== 'customer') throw redirect('/logg-inn')
  return who
}
