import type { ReactNode } from 'react'

type Tone = 'success' | 'warning' | 'danger' | 'info' | 'neutral'
type Known = { readonly tone: Tone; readonly sign?: string; readonly nb: string; readonly en: string }

/** States of quotes, orders, invoices, inquiries and sentences. Never by colour alone: a word, and a sign where it helps. */
const known: Record<string, Known> = {
  kept: { tone: 'success', sign: '✓', nb: 'holdt', en: 'kept' },
  broken: { tone: 'danger', sign: '✕', nb: 'brutt', en: 'broken' },
  stale: { tone: 'warning', sign: '◷', nb: 'for gammel kontroll', en: 'checked too long ago' },
  unproven: { tone: 'neutral', sign: '–', nb: 'uten bevis', en: 'unproven' },
  draft: { tone: 'neutral', nb: 'utkast', en: 'draft' },
  sent: { tone: 'warning', nb: 'venter på kunden', en: 'waiting for the customer' },
  accepted: { tone: 'success', nb: 'godtatt', en: 'accepted' },
  declined: { tone: 'neutral', nb: 'avslått', en: 'declined' },
  expired: { tone: 'neutral', nb: 'utløpt', en: 'expired' },
  withdrawn: { tone: 'neutral', nb: 'trukket', en: 'withdrawn' },
  waiting: { tone: 'warning', nb: 'venter på oss', en: 'waiting for us' },
  answered: { tone: 'success', nb: 'besvart', en: 'answered' },
  closed: { tone: 'neutral', nb: 'lukket', en: 'closed' },
  placed: { tone: 'warning', nb: 'til levering', en: 'to be delivered' },
  confirmed: { tone: 'warning', nb: 'til levering', en: 'to be delivered' },
  delivered: { tone: 'info', nb: 'levert', en: 'delivered' },
  invoiced: { tone: 'success', nb: 'fakturert', en: 'invoiced' },
  cancelled: { tone: 'neutral', nb: 'avbestilt', en: 'cancelled' },
  issued: { tone: 'info', nb: 'utstedt', en: 'issued' },
  open: { tone: 'info', nb: 'åpen', en: 'open' },
  due: { tone: 'warning', nb: 'forfaller', en: 'due' },
  overdue: { tone: 'danger', nb: 'forfalt', en: 'overdue' },
  paid: { tone: 'success', nb: 'betalt', en: 'paid' },
  credited: { tone: 'neutral', nb: 'kreditert', en: 'credited' },
}

/** A state as a word on a tinted ground. Children replace the word; `tone` replaces the colour. */
export function Tag({
  state,
  tone,
  language = 'nb',
  children,
}: {
  readonly state: string
  readonly tone?: Tone
  readonly language?: 'nb' | 'en'
  readonly children?: ReactNode
}) {
  const found = known[state]
  return (
    <span className="ds-tag" data-color={tone ?? found?.tone ?? 'neutral'}>
      {found?.sign && <span aria-hidden="true">{found.sign}&nbsp;</span>}
      {children ?? found?.[language] ?? state}
    </span>
  )
}
