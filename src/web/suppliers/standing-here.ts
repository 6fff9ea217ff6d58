import type { Recipient } from '#processors'

/** active: gets what it may. unsigned: the statement names it, and no agreement lets anything go there. */
export type StandingHere = 'active' | 'announced' | 'unsigned' | 'ended' | 'own'

/** Whether anything goes there, and what is in the way: in the order in which it is mended. */
export function standingHere(
  { role, activeAt, endedAt }: Pick<Recipient, 'role' | 'activeAt' | 'endedAt'>,
  agreement: 'current' | 'ended' | 'none' | undefined,
): StandingHere {
  if (role === 'own_module') return 'own'
  if (endedAt) return 'ended'
  if (!activeAt) return 'announced'
  return role === 'processor' && agreement !== 'current' ? 'unsigned' : 'active'
}
