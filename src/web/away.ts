import { createContext as createReactContext } from 'react'
import { createContext } from 'react-router'

/** Why an answer failed, where it is nobody's mistake: the database is away, or a stop leaves alone what was to be written. */
type Trouble = 503 | 409

/** Set where errors are logged, read where they are shown. */
export const troubleContext = createContext<{ readonly status: Trouble | undefined }>({ status: undefined })

/** The same, inside the rendered page. */
export const TroubleContext = createReactContext<Trouble | undefined>(undefined)

/** PostgreSQL is gone, going or not yet up (SQLSTATE classes 08 and 57P, and refused connections). */
export function databaseIsAway(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  return (
    /^(?:08|57P)/.test(code) ||
    /^E(?:CONNREFUSED|CONNRESET|PIPE|NOENT)$/.test(code) ||
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(message)
  )
}
