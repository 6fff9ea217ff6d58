import { betterAuth } from 'better-auth'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { createContext } from 'react-router'
import { openDatabase } from '#database'

export type AuthSettings = {
  /** The application's database, and the role that may see accounts and sessions. */
  readonly databaseUrl: string
  readonly role: string
  /** Signs the cookies and seals the one-time secrets; never in the database. */
  readonly secret: string
  /** The address people see; https makes the cookies Secure. */
  readonly publicUrl: string
  /** The issuer an authenticator app shows. */
  readonly issuer: string
  readonly sendSignInLink: (link: { readonly email: string; readonly token: string; readonly language: 'nb' | 'en' }) => Promise<void>
}

const minute = 60
const hour = 60 * minute

/** Accounts and sessions. Nothing here calls another machine or stores anything outside schema auth. */
export function openAuth(settings: AuthSettings) {
  const db = openDatabase<Record<string, never>>(settings.databaseUrl, { role: settings.role, schema: 'auth', max: 4 })
  const auth = betterAuth({
    appName: settings.issuer,
    baseURL: settings.publicUrl,
    basePath: '/auth',
    secret: settings.secret,
    database: { db, type: 'postgres', transaction: true },
    trustedOrigins: [new URL(settings.publicUrl).origin],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200, autoSignIn: false },
    session: { expiresIn: 12 * hour, updateAge: hour, cookieCache: { enabled: false } },
    rateLimit,
    advanced,
    plugins: [
      twoFactor({ issuer: settings.issuer, twoFactorCookieMaxAge: 10 * minute, accountLockout: { maxFailedAttempts: 10, durationSeconds: 15 * minute } }),
      magicLink({
        expiresIn: 15 * minute,
        storeToken: 'hashed',
        rateLimit: { window: 60, max: 5 },
        sendMagicLink: ({ email, token, metadata }) =>
          settings.sendSignInLink({ email, token, language: metadata?.language === 'en' ? 'en' : 'nb' }),
      }),
    ],
    telemetry: { enabled: false },
    logger: { level: 'error' },
    onAPIError: { throw: false },
  })
  return { auth, publicUrl: settings.publicUrl, close: () => db.destroy() }
}

const rateLimit = {
  enabled: true,
  storage: 'database',
  window: 60,
  max: 60,
  customRules: {
    '/sign-in/email': { window: 60, max: 5 },
    '/two-factor/verify-totp': { window: 60, max: 5 },
    '/two-factor/verify-backup-code': { window: 60, max: 5 },
    '/get-session': false,
  },
} as const

const advanced = {
  cookiePrefix: 'ordholden',
  defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
  // Written by askAuth from the connection itself; a visitor cannot choose it.
  ipAddress: { ipAddressHeaders: ['x-ordholden-address'] },
} as const

export type Auth = ReturnType<typeof openAuth>

/** Set by the server for each request; only the pages that sign in or out ask for it. */
export const authContext = createContext<Auth>()
