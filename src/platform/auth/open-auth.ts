import { betterAuth } from 'better-auth'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { createContext } from 'react-router'
import { openDatabase } from '#database'

type AuthSettings = {
  /** The application's database, and the role that may see accounts and sessions. */
  readonly databaseUrl: string
  readonly role: string
  /** Signs the cookies and seals the one-time secrets; never in the database. */
  readonly secret: string
  /** The address people see; https makes the cookies Secure. */
  readonly publicUrl: string
  /** The issuer an authenticator app shows. */
  readonly issuer: string
  /** Whose session a link in a mail can never open. */
  readonly mustUseTwoFactors: (userId: string) => Promise<boolean>
  readonly sendSignInLink: (link: {
    readonly email: string
    readonly token: string
    readonly language: 'nb' | 'en'
  }) => Promise<void>
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
    // A working day, from the moment of signing in; not prolonged by use.
    session: { expiresIn: 12 * hour, disableSessionRefresh: true, cookieCache: { enabled: false } },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }, ctx) =>
            ctx?.path?.startsWith('/magic-link') && (await settings.mustUseTwoFactors(userId)) ? false : undefined,
        },
      },
    },
    rateLimit,
    advanced: { ...advanced, useSecureCookies: settings.publicUrl.startsWith('https:') },
    plugins: [
      twoFactor({
        issuer: settings.issuer,
        twoFactorCookieMaxAge: 10 * minute,
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 15 * minute },
      }),
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
  defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, path: '/' },
  // Written by askAuth from the connection itself; a visitor cannot choose it.
  ipAddress: { ipAddressHeaders: ['x-ordholden-address'] },
}

export type Auth = ReturnType<typeof openAuth>

/** Who a request's session cookie belongs to; no question is asked when there is no such cookie. */
export async function sessionOf({ auth }: Auth, request: Request) {
  if (!request.headers.get('cookie')?.includes('ordholden.session_token=')) return undefined
  const session = await auth.api.getSession({ headers: request.headers })
  if (!session) return undefined
  const { id, name, email } = session.user
  return {
    userId: id,
    name,
    email,
    twoFactorEnabled: 'twoFactorEnabled' in session.user && session.user.twoFactorEnabled === true,
  }
}

/** The address the request came from; only for rate limits and the security log. */
export const addressContext = createContext<string | undefined>(undefined)

/** Set by the server for each request; only the pages that sign in or out ask for it. */
export const authContext = createContext<Auth>()
