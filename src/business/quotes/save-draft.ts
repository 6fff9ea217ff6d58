import { type Insisted, screenFields, type Unlawful } from '#customers'
import type { For } from '#purposes'
import { refuse, type Refusal } from '#refusal'
import { insertDraft, type DraftContent } from './draft-quote.ts'
import { lockQuote } from './lock-quote.ts'
import { may } from './quote.ts'
import { quoteFacts } from './quote-facts.ts'
import { revisedDraft } from './revised-draft.ts'

type Edited = DraftContent & {
  /** The draft's version that was edited; another member of staff may have saved since. 0: there was no draft yet. */
  readonly version: number
}
export type NotSaved = Refusal<'not found' | 'no longer editable' | 'changed by somebody else' | Unlawful>

/** Keeps what was typed as the draft. A quote that was sent gets a new draft, which when sent becomes its next version. */
export function saveDraft(
  db: For<'deliver'>,
  now: Date,
  edited: Edited,
  insisted?: Insisted,
): Promise<{ readonly version: number } | NotSaved> {
  return db.transaction().execute(async (tx) => {
    const { accountId, quoteId, version } = edited
    const unlawful = await screenFields(tx, now, 'quote', textsOf(edited), insisted)
    if (unlawful) return unlawful
    await lockQuote(tx, quoteId)
    const quote = await quoteFacts(tx, now, accountId, quoteId)
    if (!quote) return refuse('not found')
    if (!may('edit', quote.state)) return refuse('no longer editable')
    const draft = await draftOf(tx, accountId, quoteId)
    if ((draft?.version ?? 0) !== version) return refuse('changed by somebody else')
    if (draft) await updateDraft(tx, now, edited)
    else await insertDraft(tx, now, edited)
    return { version: version + 1 }
  })
}

/** Begins the next version with the lines of the one that was sent. */
export function reviseQuote(
  db: For<'deliver'>,
  now: Date,
  { accountId, quoteId, staffId }: Pick<DraftContent, 'accountId' | 'quoteId' | 'staffId'>,
) {
  return db.transaction().execute(async (tx): Promise<{ readonly version: number } | NotSaved> => {
    await lockQuote(tx, quoteId)
    const quote = await quoteFacts(tx, now, accountId, quoteId)
    if (!quote) return refuse('not found')
    if (!may('edit', quote.state)) return refuse('no longer editable')
    const draft = await draftOf(tx, accountId, quoteId)
    if (draft) return { version: draft.version }
    await insertDraft(tx, now, { ...(await revisedDraft(tx, now, quote)), accountId, quoteId, staffId })
    return { version: 1 }
  })
}

function textsOf({ intro, lines }: Edited): Record<string, string> {
  const texts = lines.flatMap(({ description, sku }, row) => [
    [`description.${row}`, description],
    [`sku.${row}`, sku],
  ])
  return { intro, ...Object.fromEntries(texts) }
}

function draftOf(tx: For<'deliver'>, accountId: string, quoteId: string) {
  return tx
    .selectFrom('quote_draft')
    .select('version')
    .where('account_id', '=', accountId)
    .where('quote_id', '=', quoteId)
    .executeTakeFirst()
}

async function updateDraft(
  tx: For<'deliver'>,
  now: Date,
  { accountId, quoteId, staffId, intro, validUntil, deliveryDays, lines, version }: Edited,
): Promise<void> {
  await tx
    .updateTable('core.quote_draft')
    .set({
      intro,
      valid_until: validUntil,
      delivery_days: deliveryDays,
      lines: JSON.stringify(lines),
      edited_by: staffId,
      edited_at: now,
      version: version + 1,
    })
    .where('account_id', '=', accountId)
    .where('quote_id', '=', quoteId)
    .execute()
}
