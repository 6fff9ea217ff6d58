import { dayOf } from '#clock'
import { witness } from '#evidence'
import { sendLater } from '#mail'
import type { For, Subject } from '#purposes'

/** What happened to data that somebody outside was handed (art. 19). */
export type Happened = 'erasure' | 'rectification' | 'restriction' | 'restriction_lifted'

/** `untold`: why nobody could be written to, as art. 19 lets us record instead. */
export type ToldRecipient = { readonly id: string; readonly recipient: string; readonly name: string; readonly untold?: string }

/**
 * Whoever was handed something about the person as a case is told too, not only our suppliers (art. 19, promises 6-h, X-11). They know
 * the case by its number, so the letter names nobody. Before anything is erased, of the person fixed in the transaction.
 */
export async function tellRecipients(
  tx: For<'rights_handling'>,
  now: Date,
  { accountId }: Subject,
  what: Happened,
): Promise<ToldRecipient[]> {
  const handed = await tx
    .selectFrom('disclosure_case')
    .select(['id', 'recipient_name', 'recipient_mailbox', 'executed_at'])
    .where('executed_at', 'is not', null)
    .where('recalled_at', 'is', null)
    .orderBy('executed_at')
    .execute()
  for (const { id, recipient_name, recipient_mailbox, executed_at } of handed) {
    if (recipient_mailbox === null) continue
    await sendLater(tx, now, {
      accountId,
      personId: null,
      kind: 'disclosure notice',
      purpose: 'legal_obligation',
      to: recipient_mailbox,
      subject: `${subjects[what]}: sak ${id.slice(-8)}`,
      body: [
        `Til ${recipient_name}`,
        `Det gjelder opplysningene dere fikk fra oss ${dayOf(executed_at!)} i sak ${id}.`,
        asks[what],
        'Svar på dette brevet når det er gjort.',
      ].join('\n\n'),
    })
  }
  if (handed.length > 0)
    await witness(tx, now, { kind: 'disclosure recipients told', body: { about: what, cases: handed.map(({ id }) => id) } })
  return handed.map(({ id, recipient_name: name, recipient_mailbox }) => ({
    id,
    recipient: name,
    name,
    ...(recipient_mailbox === null && { untold: 'no address' }),
  }))
}

const subjects: Readonly<Record<Happened, string>> = {
  erasure: 'Opplysninger er slettet',
  rectification: 'En opplysning er rettet',
  restriction: 'Opplysninger er begrenset',
  restriction_lifted: 'En begrensning er opphevet',
}

const asks: Readonly<Record<Happened, string>> = {
  erasure:
    'Personen har krevd dem slettet, og vi har slettet dem. Slett dem hos dere også, med mindre dere har et eget grunnlag.',
  rectification: 'En av dem var feil og er rettet hos oss. Spør oss om den nye før dere bruker den.',
  restriction: 'De er begrenset (GDPR art. 18). Oppbevar dem, og bruk dem ikke til noe annet før dere hører fra oss.',
  restriction_lifted: 'Begrensningen vi fortalte dere om, er opphevet.',
}
