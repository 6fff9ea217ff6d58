import type { Language } from '#languages'
import type { Ledger } from '#ledger'
import type { Declared } from '#personal-data'
import type { For } from '#purposes'
import type { ControllerFacts } from './access-package.ts'

/** What answering a claim takes besides the claim: who we are, where we are, and everything that may hold something. */
export type Office = {
  readonly inventory: readonly Declared[]
  readonly controller: ControllerFacts
  /** Our own address, for links in letters. */
  readonly website: string
  /** What stands under every letter. */
  readonly foot: Readonly<Record<Language, string>>
  readonly suppressionKey: string
  /** Where acts are entered that no restore may undo. */
  readonly ledger: Ledger
  /** The data folder, searched too. */
  readonly folder?: string
}

/** Two handles: one finds the case and the person, the other acts on that person alone. */
export type Hands = { readonly legal: For<'legal_obligation'>; readonly rights: For<'rights_handling'> }
