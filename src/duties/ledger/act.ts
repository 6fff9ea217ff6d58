/** What a restore must not undo. Opaque ids and codes; an address is the keyed hash that the suppression list holds too. */
export type Act =
  | { readonly what: 'erasure'; readonly case: string; readonly channel: string; readonly persons: readonly Whom[] }
  | ({ readonly what: 'objection'; readonly scope: 'marketing' | 'contact'; readonly channel: string } & Whom)
  | ({
      readonly what: 'restriction'
      readonly restriction: string
      readonly case: string | null
      readonly ground: string
      readonly category: string | null
      /** Lines from before a part could be restricted have neither. */
      readonly fields?: readonly string[]
      readonly document?: string
    } & Whom)
  | ({ readonly what: 'lifting'; readonly restriction: string } & Whom)
  | ({ readonly what: 'withdrawal'; readonly consent: string } & Whom)
  | { readonly what: 'suppression'; readonly address: string; readonly kind: string; readonly channel: string }

export type Whom = { readonly accountId: string; readonly personId: string }

/** As it stands in the file. `chain` binds it to every line before it. */
export type Line = Act & { readonly id: string; readonly at: string; readonly chain: string }

/** The act and nothing else: whoever calls may hold more about the person than may stand in a file that no erasure reaches. */
export function bare(act: Act): Act {
  switch (act.what) {
    case 'erasure':
      return { what: act.what, case: act.case, channel: act.channel, persons: act.persons.map(whom) }
    case 'objection':
      return { what: act.what, ...whom(act), scope: act.scope, channel: act.channel }
    case 'restriction': {
      const { restriction, ground, category, fields, document } = act
      const part = { ...(fields && { fields }), ...(document && { document }) }
      return { what: act.what, ...whom(act), restriction, case: act.case, ground, category, ...part }
    }
    case 'lifting':
      return { what: act.what, ...whom(act), restriction: act.restriction }
    case 'withdrawal':
      return { what: act.what, ...whom(act), consent: act.consent }
    case 'suppression':
      return { what: act.what, address: act.address, kind: act.kind, channel: act.channel }
  }
}

function whom({ accountId, personId }: Whom): Whom {
  return { accountId, personId }
}
