/** A connection that hears from the server how each statement was carried out: the plan as it ran, with its values, of whatever a control asks. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from '#database'
import type { Plan } from './scans.ts'

export type Heard = {
  readonly db: Kysely<DB>
  /** The plans of all statements since the last time. */
  readonly heard: () => Plan[]
}

const settings = {
  TimeZone: 'Europe/Oslo',
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_verbose': 'on',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
}

/** As the owner, who may load auto_explain and who asks the controls. */
export function hearPlans(ownerUrl: string): Heard {
  const plans: Plan[] = []
  const options = Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, options })
  pool.on('connect', (client) =>
    client.on('notice', ({ message }) => {
      const [, plan] = /^duration: .* plan:\n(\{[^]*\})$/.exec(message ?? '') ?? []
      if (plan) plans.push((JSON.parse(plan) as { readonly Plan: Plan }).Plan)
    }),
  )
  return { db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }), heard: () => plans.splice(0) }
}
