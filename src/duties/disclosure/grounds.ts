/** The four grounds, and what must be on file before anything leaves (section 5.7). There is no fifth (promise 6-a). */
export type Ground = 'subject_consent' | 'statutory_authority' | 'order' | 'debt_collection'

export type OnFile = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind?: 'day' | 'hash' | 'yes'
}

export const grounds = {
  subject_consent: {
    label: 'Samtykke fra personen selv',
    approver: 'anybody',
    onFile: [
      { name: 'consentText', label: 'Teksten personen sa ja til', hint: 'Mottaker, opplysninger og anledning skal stå i den.' },
      { name: 'occasion', label: 'Anledning' },
      { name: 'givenBy', label: 'Hvordan personen selv sa ja', hint: 'Arbeidsgiver eller kollega kan ikke si ja for noen.' },
      { name: 'consentGivenOn', label: 'Gitt', kind: 'day' },
      { name: 'consentExpiresOn', label: 'Gjelder til', kind: 'day' },
    ],
  },
  statutory_authority: {
    label: 'Loven gir rett eller plikt',
    approver: 'somebody else',
    onFile: [
      { name: 'act', label: 'Lov eller forskrift' },
      { name: 'section', label: 'Paragraf' },
      {
        name: 'dutyOrPermission',
        label: 'Plikt eller adgang',
        hint: 'Plikt: art. 6(1)(c). Adgang trenger et grunnlag i tillegg.',
      },
      { name: 'entitled', label: 'Hvem som har krav på det, og hvorfor nettopp dette' },
    ],
  },
  order: {
    label: 'Pålegg fra domstol eller myndighet',
    approver: 'somebody else',
    onFile: [
      { name: 'documentHash', label: 'Kontrollsummen av pålegget', kind: 'hash', hint: 'En anmodning er ikke et pålegg.' },
      { name: 'issuedBy', label: 'Utstedt av' },
      { name: 'reference', label: 'Deres referanse' },
      { name: 'legalBasis', label: 'Hjemmel' },
      { name: 'scope', label: 'Hva pålegget omfatter' },
      {
        name: 'calledBack',
        label: 'Ringt tilbake på et nummer som er offentlig oppført',
        hint: 'Hvilket nummer, når, og hvem som svarte som hva.',
      },
      { name: 'gag', label: 'Får vi si det til personen?', hint: 'Ja, eller hvilken paragraf som sier nei.' },
    ],
  },
  debt_collection: {
    label: 'Inkasso av et saklig begrunnet krav',
    approver: 'somebody else',
    onFile: [
      { name: 'invoice', label: 'Fakturanummer' },
      { name: 'remindedOn', label: 'Purret', kind: 'day' },
      { name: 'warnedOn', label: 'Inkassovarsel sendt', kind: 'day' },
      { name: 'warnedBy', label: 'Varselet kom fra', hint: '«oss» eller «inkassoforetaket».' },
      {
        name: 'dispute',
        label: 'Innsigelser, reklamasjon, utsettelse eller betalingsplan',
        hint: 'Skriv «ingen» når det er sett etter.',
      },
      { name: 'debtorVerified', label: 'Hvordan vi vet at det er rett skyldner' },
      { name: 'licence', label: 'Inkassobevilling', hint: 'Nummeret i Finanstilsynets register.' },
    ],
  },
} as const satisfies Record<Ground, { label: string; approver: 'anybody' | 'somebody else'; onFile: readonly OnFile[] }>

export const groundNames = Object.keys(grounds) as Ground[]

export type Filed = Readonly<Record<string, string>>

/** What is not on file yet, by its label. Empty: it may be approved. */
export function missing(ground: Ground, filed: Filed): string[] {
  const wanted: readonly OnFile[] = grounds[ground].onFile
  return wanted.filter(({ name, kind }) => !isFiled(filed[name], kind)).map(({ label }) => label)
}

function isFiled(value: string | undefined, kind: OnFile['kind']): boolean {
  const text = value?.trim() ?? ''
  if (kind === 'hash') return isHash(text)
  if (kind === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(text)
  return text.length > 0
}

/** SHA-256 in hex. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/** Act and section, or what stands in their place; never empty for what was executed. */
export function legalReference(ground: Ground, filed: Filed, actName: string): string {
  const of = {
    subject_consent: `GDPR art. 6(1)(a), samtykke ${filed.consentGivenOn ?? ''}`,
    statutory_authority: `${filed.act ?? ''} ${filed.section ?? ''}`,
    order: `${filed.legalBasis ?? ''}, ${filed.reference ?? ''}`,
    debt_collection: `GDPR art. 6(1)(f), ${actName} § 9`,
  }
  return of[ground].trim()
}

export type CaseState = 'requested' | 'assessed' | 'approved' | 'executed' | 'closed' | 'refused'

type Facts = {
  readonly assessed_at: Date | null
  readonly executed_at: Date | null
  readonly refused_at: Date | null
  readonly closed_at: Date | null
}

export function caseState({ assessed_at, executed_at, refused_at, closed_at }: Facts, approvals: number): CaseState {
  if (refused_at) return 'refused'
  if (closed_at) return 'closed'
  if (executed_at) return 'executed'
  if (approvals > 0) return 'approved'
  return assessed_at ? 'assessed' : 'requested'
}

/** What may be done, and when. The pages and the acts both read this table. */
export const allowed = {
  assess: ['requested', 'assessed'],
  approve: ['assessed'],
  execute: ['approved'],
  refuse: ['requested', 'assessed', 'approved'],
  inform: ['executed', 'refused', 'closed'],
  close: ['executed'],
  withdraw: ['requested', 'assessed', 'approved', 'executed', 'closed'],
} as const satisfies Record<string, readonly CaseState[]>
