import { sql } from 'kysely'
import { consentEnds, type For, type Subject } from '#purposes'

export type Choices = {
  readonly restrictions: readonly { readonly ground: string; readonly restricted_at: Date }[]
  readonly objections: readonly { readonly scope: string; readonly objected_at: Date }[]
  readonly consents: readonly {
    readonly purpose: string
    readonly confirmed_at: Date | null
    readonly withdrawn_at: Date | null
    /** Not renewed in time. */
    readonly lapsed?: boolean
  }[]
}

/** What staff want to do with a person, in the order a salesperson thinks. */
const doings = ['deliver', 'invoice', 'contact', 'marketing'] as const
export type Doing = (typeof doings)[number]

export type Reason =
  | { readonly because: 'the relationship' | 'bookkeeping law' | 'no consent' }
  | { readonly because: 'consent' | 'withdrawn' | 'lapsed' | 'objected' | 'no contact' | 'restricted'; readonly since: Date }

export type Answer = { readonly doing: Doing; readonly may: boolean; readonly why: Reason }

/** The stops in force and the consents ever given. */
export async function choicesOf(db: For<'administer'>, { accountId, personId }: Subject): Promise<Choices> {
  const [restrictions, objections, consents] = await Promise.all([
    db
      .selectFrom('restriction')
      .select(['ground', 'restricted_at'])
      .where('account_id', '=', accountId)
      .where('person_id', '=', personId)
      .where('lifted_at', 'is', null)
      // One part left alone is not everything: the views show the rest, and so does this.
      .where('category', 'is', null)
      .where('fields', 'is', null)
      .where('document', 'is', null)
      .execute(),
    db
      .selectFrom('objection')
      .select(['scope', 'objected_at'])
      .where('account_id', '=', accountId)
      .where('person_id', '=', personId)
      .where('lifted_at', 'is', null)
      .execute(),
    db
      .selectFrom('consent')
      .select(['purpose', 'confirmed_at', 'withdrawn_at'])
      .select(sql<boolean>`coalesce(${sql.raw(consentEnds('consent'))} <= now(), false)`.as('lapsed'))
      .where('account_id', '=', accountId)
      .where('person_id', '=', personId)
      .execute(),
  ])
  return { restrictions, objections, consents }
}

/** The same stops as the purpose views obey, said to staff with why. The views decide; this only explains. */
export function whatYouMayDo(choices: Choices): Answer[] {
  return doings.map((doing) => ({ doing, ...answer[doing](choices) }))
}

type Said = { readonly may: boolean; readonly why: Reason }

const answer: Record<Doing, (choices: Choices) => Said> = {
  deliver: (choices) => restricted(choices) ?? { may: true, why: { because: 'the relationship' } },
  // A restriction or an objection never blocks an invoice: bokføringsloven goes on.
  invoice: () => ({ may: true, why: { because: 'bookkeeping law' } }),
  contact: (choices) => restricted(choices) ?? noContact(choices) ?? { may: true, why: { because: 'the relationship' } },
  marketing: (choices) => restricted(choices) ?? noContact(choices) ?? objected(choices) ?? consented(choices),
}

function restricted({ restrictions }: Choices): Said | undefined {
  const first = restrictions[0]
  return first && { may: false, why: { because: 'restricted', since: first.restricted_at } }
}

function noContact({ objections }: Choices): Said | undefined {
  const found = objections.find(({ scope }) => scope === 'contact')
  return found && { may: false, why: { because: 'no contact', since: found.objected_at } }
}

function objected({ objections }: Choices): Said | undefined {
  const found = objections.find(({ scope }) => scope === 'marketing')
  return found && { may: false, why: { because: 'objected', since: found.objected_at } }
}

function consented({ consents }: Choices): Said {
  const asked = consents.filter(({ purpose, confirmed_at }) => purpose === 'marketing' && confirmed_at)
  const standing = asked.filter(({ withdrawn_at }) => !withdrawn_at)
  const given = standing.find(({ lapsed }) => !lapsed) ?? standing[0]
  if (given?.confirmed_at)
    return { may: !given.lapsed, why: { because: given.lapsed ? 'lapsed' : 'consent', since: given.confirmed_at } }
  const withdrawn = asked
    .map(({ withdrawn_at }) => withdrawn_at)
    .filter((at) => at !== null)
    .toSorted((a, b) => b.getTime() - a.getTime())[0]
  return { may: false, why: withdrawn ? { because: 'withdrawn', since: withdrawn } : { because: 'no consent' } }
}
