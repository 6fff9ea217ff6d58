import type { RouterContextProvider } from 'react-router'
import { affected, breachAt, notification } from '#breach'
import { now } from '#clock'
import { controller } from '#merchant'
import { recipient } from '#processors'
import { asking } from '#purposes'

type Asked = Readonly<Pick<RouterContextProvider, 'get'>>

/** A breach, who was affected, and the notice as it would be sent now. */
export async function draftNotice(context: Asked, id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  const db = asking(context, 'legal_obligation')
  const breach = await breachAt(db, id)
  if (!breach) return undefined
  const [found, merchant] = await Promise.all([affected(db, id), controller(db)])
  const supplier = breach.supplier === null ? undefined : await recipient(db, breach.supplier)
  const by = { ...merchant, supplier: supplier?.name }
  return { breach, found, by, notice: notification(breach, found, by, now()) }
}
