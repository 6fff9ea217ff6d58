/**
 * Who asks: accounts, sessions, passwords, one-time codes and sign-in links, by better-auth on schema auth.
 * It has no doors of its own to the network: pages ask it, and pass on the cookies it sets.
 */
export { askAuth } from './ask-auth.ts'
export { hashPassword } from 'better-auth/crypto'
export { addressContext, authContext, openAuth, sessionOf, type Auth } from './open-auth.ts'
export { requireCustomer, requireStaff, whoContext, whoIs, type Customer, type Role, type Staff, type Who } from './who.ts'
export { websiteOf } from './website.ts'
