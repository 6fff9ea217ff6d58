import type { Standing } from '../revisions/revision-in-force.ts'

/** How a version stands, in words. */
export const standings: Readonly<Record<'nb' | 'en', Readonly<Record<Standing, string>>>> = {
  nb: { 'in force': 'gjelder nå', waiting: 'gjelder ikke ennå', earlier: 'gjaldt tidligere', never: 'erstattet før den gjaldt' },
  en: { 'in force': 'in force now', waiting: 'not in force yet', earlier: 'was in force', never: 'replaced before its day' },
}

export const standingTones = { 'in force': 'success', waiting: 'warning', earlier: 'neutral', never: 'neutral' } as const
