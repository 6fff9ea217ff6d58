import { deviceStorage, type StoredItem } from './register.ts'

/** Browsers hold a cookie with this prefix to https; the register knows it by its plain name. */
const secured = /^__(?:Secure|Host)-/

export function registered(cookie: string): StoredItem | undefined {
  const name = cookie.slice(0, cookie.indexOf('=')).trim().replace(secured, '')
  return deviceStorage.find((item) => item.name === name)
}

/**
 * Drops from an answer every cookie that is not in the register, lives longer than it says, or holds something else
 * than it says (promises 2.4-a, 2.4-d). Returns the names it dropped, for the log.
 */
export function onlyRegistered(headers: Headers): readonly string[] {
  const cookies = headers.getSetCookie()
  if (cookies.length === 0) return []
  const kept = cookies.filter(asRegistered)
  headers.delete('Set-Cookie')
  for (const cookie of kept) headers.append('Set-Cookie', cookie)
  const dropped = cookies.filter((cookie) => !kept.includes(cookie) && !takenAway(cookie))
  return dropped.map((cookie) => cookie.slice(0, cookie.indexOf('=')))
}

function asRegistered(cookie: string): boolean {
  const item = registered(cookie)
  if (!item) return false
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim())
  const has = new Map(attributes.map((attribute) => [attribute.split('=')[0]!.toLowerCase(), attribute.split('=')[1] ?? '']))
  if (takenAway(cookie)) return true
  const lifetime = has.has('max-age') ? Number(has.get('max-age')) : 'session'
  const shortEnough = lifetime === 'session' || (item.lifetime !== 'session' && lifetime <= item.lifetime)
  return item.value.test(pair.slice(pair.indexOf('=') + 1)) && shortEnough && has.has('httponly') && has.has('samesite')
}

function takenAway(cookie: string): boolean {
  return /;\s*max-age=0\b/i.test(cookie)
}
