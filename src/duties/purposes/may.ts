import type { Declared } from '#personal-data'
import type { Purpose } from './purpose.ts'

/** Purposes that make figures or keep an archive act on nobody, so they write nothing, not even a letter or a number. */
const onlyLook: readonly Purpose[] = ['trend', 'web_statistics', 'anonymous_compilation', 'claims_archive']

/** May this purpose do that to the table? */
export function may(table: Declared, act: 'read' | 'insert' | 'update' | 'delete', purpose: Purpose): boolean {
  const allowed = table[act]
  if (allowed === 'all') return act === 'read' || !onlyLook.includes(purpose)
  return allowed?.includes(purpose) ?? false
}
