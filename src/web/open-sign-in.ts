import { openAuth, type Auth } from '#auth'
import { now } from '#clock'
import { pathIn } from '#languages'
import { controller } from '#merchant'
import { roleOf, type Purposes } from '#purposes'
import { mustUseTwoFactors, personWithAddress, sendSignInLink } from '#staff'

type SignInSettings = {
  readonly purposes: Purposes
  readonly databaseUrl: string
  readonly publicUrl: string
  /** Signs cookies, seals one-time secrets. */
  readonly secret: string
}

/** Accounts and sessions, with the letters and the rules of this house. */
export function openSignIn({ purposes, databaseUrl, publicUrl, secret }: SignInSettings): Auth {
  return openAuth({
    databaseUrl,
    role: roleOf('security'),
    secret,
    publicUrl,
    issuer: 'Ordholden',
    mustUseTwoFactors: (userId) => mustUseTwoFactors(purposes.for('security'), userId),
    sendSignInLink: async ({ email, token, language }) => {
      const db = purposes.for('security')
      const person = await personWithAddress(purposes.for('legal_obligation'), email)
      if (!person) return
      const link = new URL(pathIn(language, `/logg-inn/${token}`), publicUrl).href
      const merchant = await controller(db)
      await db.transaction().execute((tx) => sendSignInLink(tx, now(), { ...person, email, link, language, merchant }))
    },
  })
}
