import type { Role } from '#auth'

export const roleNames = {
  salesperson: { nb: 'selger', en: 'salesperson' },
  marketer: { nb: 'markedsfører', en: 'marketer' },
  privacy_officer: { nb: 'personvernansvarlig', en: 'privacy officer' },
  accountant: { nb: 'regnskapsfører', en: 'accountant' },
  host: { nb: 'driftsansvarlig', en: 'host' },
} as const satisfies Record<Role, { nb: string; en: string }>

export const roles = Object.keys(roleNames) as readonly Role[]

export function isRole(role: string): role is Role {
  return Object.hasOwn(roleNames, role)
}
