import { createContext as createReactContext } from 'react'
import { createContext } from 'react-router'

/** True when this answer failed because the database is away: set where errors are logged, read where they are shown. */
export const awayContext = createContext({ away: false })

/** The same, inside the rendered page. */
export const AwayContext = createReactContext(false)

/** PostgreSQL is gone, going or not yet up (SQLSTATE classes 08 and 57P, and refused connections). */
export function databaseIsAway(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  return (
    /^(?:08|57P)/.test(code) ||
    /^E(?:CONNREFUSED|CONNRESET|PIPE|NOENT)$/.test(code) ||
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(message)
  )
}
