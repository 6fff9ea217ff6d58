import type { Day } from '#clock'
import type { Language } from '#languages'
import type { For } from '#purposes'
import { claimLinkHash } from './claim-link.ts'
import type { CaseKey, Identity, Kind } from './rights-case.ts'

export type LinkedClaim = CaseKey & {
  readonly personId: string | null
  readonly number: string
  readonly kind: Kind
  readonly language: Language
  readonly identity: Identity
  readonly dueOn: Day
  readonly closedAt: Date | null
  /** Where the claim came from. */
  readonly address: string | undefined
  /** It went to the registered address of the person the case is about; any other link shows nothing of who asks. */
  readonly shows: boolean
  /** The address the link was sent to has been shown to be read by whoever asks. */
  readonly confirmed: boolean
  /** What the link opens: a yes, or a package that was made ready. */
  readonly purpose: 'confirm' | 'download'
}

/** The claim whose link it is; undefined when there is none, or it is older than 30 days. Reading it changes nothing. */
export async function claimByLink(db: For<'legal_obligation'>, now: Date, token: string): Promise<LinkedClaim | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  const found = await db
    .selectFrom('rights_link as l')
    .innerJoin('rights_case as c', (join) => join.onRef('c.account_id', '=', 'l.account_id').onRef('c.id', '=', 'l.case_id'))
    .select(['c.account_id', 'c.id', 'c.person_id', 'c.number', 'c.kind', 'c.language', 'c.identity', 'c.due_on', 'c.closed_at'])
    .select(['l.confirmed_at', 'l.purpose', 'l.proves'])
    .select((eb) =>
      eb
        .selectFrom('rights_message as m')
        .select('m.address')
        .whereRef('m.account_id', '=', 'l.account_id')
        .whereRef('m.case_id', '=', 'l.case_id')
        .where('m.direction', '=', 'in')
        .orderBy('m.at')
        .limit(1)
        .as('address'),
    )
    .where('l.token_hash', '=', claimLinkHash(token))
    .where('l.expires_at', '>', now)
    .executeTakeFirst()
  if (!found) return undefined
  return {
    accountId: found.account_id,
    id: found.id,
    personId: found.person_id,
    number: found.number ?? '',
    kind: found.kind as Kind,
    language: found.language === 'en' ? 'en' : 'nb',
    identity: found.identity as Identity,
    dueOn: found.due_on,
    closedAt: found.closed_at,
    address: found.address ?? undefined,
    shows: found.person_id !== null && found.proves === found.person_id,
    confirmed: found.confirmed_at !== null,
    purpose: found.purpose === 'download' ? 'download' : 'confirm',
  }
}
