import type { For } from '#purposes'

export const shelves = ['all', 'waiting', 'local', 'failed', 'sent'] as const
export type Shelf = (typeof shelves)[number]

export type Asked = {
  readonly shelf: Shelf
  readonly search: string
  readonly oldestFirst: boolean
  readonly page: number
  readonly pageSize: number
}

/** The letters of one shelf, newest first unless asked otherwise, and how many there are. What is in them is not here. */
export async function outboxLetters(db: For<'administer'>, { shelf, search, oldestFirst, page, pageSize }: Asked) {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  let letters = db.selectFrom('mail')
  if (search !== '') letters = letters.where(({ or, eb }) => or([eb('to_address', 'ilike', like), eb('subject', 'ilike', like)]))
  if (shelf === 'sent') letters = letters.where('sent_at', 'is not', null)
  if (shelf === 'waiting') letters = letters.where('sent_at', 'is', null).where('failure', 'is', null)
  if (shelf === 'local')
    letters = letters.where('sent_at', 'is', null).where('failed_at', 'is', null).where('failure', 'is not', null)
  if (shelf === 'failed') letters = letters.where('sent_at', 'is', null).where('failed_at', 'is not', null)
  const rows = await letters
    .select(['account_id', 'id', 'person_id', 'kind', 'to_address', 'subject', 'queued_at', 'sent_at', 'failed_at', 'failure'])
    .orderBy('queued_at', oldestFirst ? 'asc' : 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await letters
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

/** One letter, whole. */
export function outboxLetter(db: For<'administer'>, id: string) {
  return db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
}
