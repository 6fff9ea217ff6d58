import type { Kysely, RawBuilder } from 'kysely'
import type { DB, Definitions } from '#database'
import type { Declared } from '#personal-data'
import { days, type Period } from './period.ts'

export type Said = { readonly nb: string; readonly en: string }

/** How many broke the promise, of how many that were looked at. */
export type Found = {
  readonly found: number
  readonly of: number
  /** When it looked, where that was before now: a nightly exercise that the control only reads about. */
  readonly at?: Date
}

/** What a probe may touch: the owner's handle, the running system's pages, its declarations, and what it claims of itself. */
export type World = {
  readonly db: Kysely<DB>
  readonly now: Date
  readonly visit: (path: string, request?: RequestInit) => Promise<Response>
  readonly inventory: readonly Declared[]
  /** The key the log is signed with, SPKI in PEM. */
  readonly publicKey: string
  /** The hash of the statement as the running code would print it now. */
  readonly contentHash: string
  /** What the program makes of an empty database: how each table, view, function and rule should be. */
  readonly made: () => Promise<Definitions>
  /** The folder with what stands outside the database: the copy of the log, and the ledger. */
  readonly dataDir: string
}

type Named = {
  /** Unique within the sentence; words. */
  readonly name: string
  /** What the figure counts, after `0 of 1,204`: 'consents have an order as their source'. */
  readonly finds: Said
  /** A result older than this is stale. */
  readonly every: Period
}

/** Plain SQL; each row it finds is a broken promise. `of` is a scalar: how many rows it looked at. */
export type Query<Terms> = Named & {
  readonly kind: 'query'
  /** Why it must look at every row of large tables, where it does (`npm run bench -- prove`, decision 0094). */
  readonly reads?: string
  readonly broken: (now: Date, terms: Terms) => RawBuilder<unknown>
  readonly of: (now: Date, terms: Terms) => RawBuilder<unknown>
}

/** Does the thing against the running system. */
type Probe<Terms> = Named & {
  readonly kind: 'probe'
  /** Why it must look at every row of large tables, where it does. */
  readonly reads?: string
  /** Undefined while there is nothing to read about: then the sentence is unproven, or stale in time. */
  readonly tries: (world: World, terms: Terms) => Promise<Found | undefined>
}

/** A named test that ran for this build. */
type Test = Named & { readonly kind: 'test'; readonly file: string; readonly title: string }

/** A named member of staff's dated word, which expires after `every`. */
type Attestation = Named & { readonly kind: 'attestation'; readonly word: Said }

export type Control<Terms> = Query<Terms> | Probe<Terms> | Test | Attestation

const twoDays = days(2)

export function query<Terms>(control: Omit<Query<Terms>, 'kind' | 'every'> & { readonly every?: Period }): Query<Terms> {
  return { kind: 'query', every: twoDays, ...control }
}

export function probe<Terms>(control: Omit<Probe<Terms>, 'kind' | 'every'> & { readonly every?: Period }): Probe<Terms> {
  return { kind: 'probe', every: twoDays, ...control }
}

export function test(control: Omit<Test, 'kind' | 'every'> & { readonly every?: Period }): Test {
  return { kind: 'test', every: days(90), ...control }
}

export function attestation(control: Omit<Attestation, 'kind' | 'every'> & { readonly every: Period }): Attestation {
  return { kind: 'attestation', ...control }
}
