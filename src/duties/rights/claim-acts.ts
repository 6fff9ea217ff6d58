import type { QueryExecutorProvider } from 'kysely'
import { sendLater } from '#mail'
import { witness } from '#evidence'
import { asPerson, type For } from '#purposes'
import { refuse, refused, type Refusal } from '#refusal'
import { newId } from '#database'
import { claimAddress, newClaimLink } from './claim-link.ts'
import { acknowledgement, claimAnswer, claimNews } from './claim-letters.ts'
import { claimantAt } from './claimant-at.ts'
import { fileMessage } from './file-message.ts'
import { holdClaim } from './hold-claim.ts'
import { nothingHeld } from './nothing-held.ts'
import type { Hands, Office } from './office.ts'
import type { OneClaim } from './one-claim.ts'
import { proven } from './proven.ts'
import { closeCase, noteEvent, proved, type CaseKey } from './rights-case.ts'

/** Who of us acts, by id for the second pair of eyes and by role for everybody else. */
export type Handler = { readonly userId: string; readonly role: string }

export type NotAnswered = Refusal<
  'already answered' | 'identity not shown' | 'no safe address' | 'text is empty' | 'not confirmed as relevant' | 'still pending'
>

export const keyOf = ({ claim }: OneClaim): CaseKey => ({ accountId: claim.account_id, id: claim.id })

/** Held from here on: the claim and whoever it is about. */
export const held = (tx: QueryExecutorProvider, found: OneClaim): Promise<void> =>
  holdClaim(tx, { ...keyOf(found), personId: found.claim.person_id })

/** What every letter about the case says. */
export function about({ claim }: OneClaim, to: string) {
  const { account_id: accountId, person_id: personId, number, kind, due_on: dueOn, language } = claim
  return { accountId, personId, number: number ?? '', kind, dueOn, language, to }
}

/**
 * Where an answer may go: the registered address of the person who was found, as long as it is theirs alone. Never to an address
 * we do not know, to a mailbox several share, or to one that now is a former employer's (promise 7-c).
 */
export async function safeAddress(db: For<'legal_obligation'>, { person, claim }: OneClaim): Promise<string | undefined> {
  if (!person?.email || person.left_on !== null) return undefined
  const found = await claimantAt(db, person.email)
  return found.identity === 'unproven' || (proved.includes(claim.identity) && found.identity !== 'shared_mailbox')
    ? person.email
    : undefined
}

/** The caller was called back at the registered number, or is known to whoever answers: no papers are asked for (promise 7-c). */
export function identityShown(db: For<'legal_obligation'>, now: Date, found: OneClaim, by: Handler): Promise<void> {
  const { accountId, id } = keyOf(found)
  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('core.rights_case')
      .set({ identity: 'staff' })
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .execute()
    await noteEvent(tx, now, { accountId, id }, { what: 'identity shown', by: by.role })
    await witness(tx, now, { kind: 'identity shown', body: { case: id, by: 'staff' } })
  })
}

/** A fresh link to the registered address, for a claim that came another way: in somebody's name, or by telephone. */
export async function sendConfirmation(
  db: For<'legal_obligation'>,
  now: Date,
  found: OneClaim,
  office: Office,
): Promise<{ readonly sent: true } | NotAnswered> {
  const to = await safeAddress(db, found)
  if (to === undefined) return refuse('no safe address')
  return db.transaction().execute(async (tx) => {
    await held(tx, found)
    const token = await newClaimLink(tx, now, keyOf(found), 'confirm', found.claim.person_id)
    const link = claimAddress(office.website, found.claim.language, token)
    await sendLater(tx, now, acknowledgement(office, about(found, to), link))
    await noteEvent(tx, now, keyOf(found), { what: 'link sent', by: 'system' })
    return { sent: true }
  })
}

export type AnswerText = {
  readonly text: string
  /** What is still to be done by others, one line each; followed up until it is. */
  readonly pending: readonly string[]
  /** "Only what is relevant and necessary stands in the case" (promise 2.6-d). */
  readonly relevant: boolean
}

/**
 * The answer in the handler's words, with the way to complain under it, to an address that is safe; a question is answered to
 * whoever asked, because the answer holds nothing about anybody (promises 7-j, 2.1-n, 9-d).
 */
export async function answerClaim(
  db: Hands,
  now: Date,
  found: OneClaim,
  { text, pending, relevant }: AnswerText,
  by: Handler,
  office: Office,
): Promise<{ readonly receipt: string } | NotAnswered> {
  const no = await mayNotAnswer(db, found, text, relevant)
  if (refused(no)) return no
  return closing(db, now, found, async (tx) => {
    for (const what of pending) await addPending(tx, now, keyOf(found), what)
    await fileMessage(tx, now, keyOf(found), { direction: 'out', address: no.to, body: text })
    if (no.to !== undefined) await sendLater(tx, now, claimAnswer(office, about(found, no.to), [text.trim()]))
    return { answer: 'answered', sent: no.to === undefined ? 'by post' : 'by e-mail', pending: pending.length, by: by.role }
  })
}

async function mayNotAnswer(
  { legal }: Hands,
  found: OneClaim,
  text: string,
  relevant: boolean,
): Promise<{ readonly to: string | undefined } | NotAnswered> {
  if (found.claim.closed_at !== null) return refuse('already answered')
  if (text.trim() === '') return refuse('text is empty', 'text')
  if (!relevant) return refuse('not confirmed as relevant', 'relevant')
  const asker = found.messages.find(({ direction }) => direction === 'in')?.address ?? undefined
  if (found.claim.kind === 'question') return { to: asker }
  if (!proved.includes(found.claim.identity)) return refuse('identity not shown', 'text')
  return { to: await safeAddress(legal, found) }
}

/** Access or portability that came by mail or telephone: a download behind a link to the registered address, for 30 days. */
export async function makeReady(
  db: Hands,
  now: Date,
  found: OneClaim,
  by: Handler,
  office: Office,
): Promise<{ readonly receipt: string } | NotAnswered> {
  if (found.claim.closed_at !== null) return refuse('already answered')
  if (!proved.includes(found.claim.identity)) return refuse('identity not shown')
  const to = await safeAddress(db.legal, found)
  if (to === undefined) return refuse('no safe address')
  const { language } = found.claim
  return closing(db, now, found, async (tx) => {
    const token = await newClaimLink(tx, now, keyOf(found), 'download', found.claim.person_id)
    const link = claimAddress(office.website, language, token)
    await sendLater(tx, now, claimAnswer(office, about(found, to), [readyWords[language](link)]))
    return { answer: 'ready to download', by: by.role }
  })
}

const readyWords = {
  nb: (link: string) =>
    `Alt vi har om deg, er klart til å lastes ned her:\n\n${link}\n\nLenken er bare din og virker i 30 dager. Filen er ikke lagt ved, for e-post kan leses av flere enn deg.`,
  en: (link: string) =>
    `Everything we hold about you is ready to be downloaded here:\n\n${link}\n\nThe link is yours alone and works for 30 days. The file is not attached, because e-mail can be read by others than you.`,
}

/** "We hold nothing about you": after the same search, to whoever asked; the letter says nothing about anybody (promise 7-f). */
export async function answerNothing(
  db: Hands,
  now: Date,
  found: OneClaim,
  by: Handler,
  office: Office,
): Promise<{ readonly receipt: string } | NotAnswered | Refusal<'something is held'>> {
  if (found.claim.closed_at !== null) return refuse('already answered')
  const to = found.messages.find(({ direction }) => direction === 'in')?.address
  if (!to) return refuse('no safe address')
  const looked = await db.rights.transaction().execute((tx) => nothingHeld(tx, keyOf(found), to, office))
  if (found.claim.person_id !== null || looked.elsewhere > 0) return refuse('something is held')
  const { language } = found.claim
  return closing(db, now, found, async (tx) => {
    await sendLater(tx, now, claimAnswer(office, about(found, to), [nothingWords[language](looked.columns)]))
    return { answer: 'nothing held', tables: looked.tables, columns: looked.columns, by: by.role }
  })
}

const nothingWords = {
  nb: (columns: number) =>
    `Vi lette etter adressen din i ${columns} kolonner i databasen vår og i filene våre. Vi har ingenting om deg utover dette kravet og brevene om det. Har du brukt en annen adresse hos oss, kan du sende et krav fra den.`,
  en: (columns: number) =>
    `We looked for your address in ${columns} columns of our database and in our files. We hold nothing about you beyond this request and the letters about it. If you have used another address with us, you can send a request from that one.`,
}

type Outcome = Parameters<typeof closeCase>[4]

/** Answer, outcome and receipt in one transaction; the person is fixed where there is one. */
export function closing(
  db: Hands,
  now: Date,
  found: OneClaim,
  act: (tx: For<'rights_handling'>) => Promise<Outcome>,
): Promise<{ readonly receipt: string }> {
  const { account_id: accountId, person_id: personId, id } = found.claim
  const whole = async (tx: For<'rights_handling'>) => {
    await held(tx, found)
    await closeCase(tx, now, accountId, id, await act(tx))
    return { receipt: await proven(tx, now, { kind: 'claim answered', subject: personId, body: { case: id } }) }
  }
  return personId === null ? db.rights.transaction().execute(whole) : asPerson(db.rights, { accountId, personId }, whole)
}

export async function addPending(tx: For<'rights_handling'>, now: Date, { accountId, id }: CaseKey, what: string): Promise<void> {
  await tx
    .insertInto('core.rights_pending')
    .values({ account_id: accountId, id: newId(now), case_id: id, what, since: now })
    .execute()
}

/** A pending line is done; with the last of them the person is told (promise 7-j). */
export async function pendingDone(
  db: For<'legal_obligation'>,
  now: Date,
  found: OneClaim,
  pendingId: string,
  by: Handler,
  office: Office,
): Promise<{ readonly open: number } | Refusal<'no such pending'>> {
  const key = keyOf(found)
  if (!found.pending.some(({ id }) => id === pendingId)) return refuse('no such pending')
  if (!found.pending.some(({ id, done_at }) => id === pendingId && done_at === null)) return { open: 0 }
  const open = found.pending.filter(({ id, done_at }) => id !== pendingId && done_at === null).length
  const to = await safeAddress(db, found)
  return db.transaction().execute(async (tx) => {
    await held(tx, found)
    await tx
      .updateTable('core.rights_pending')
      .set({ done_at: now })
      .where('account_id', '=', key.accountId)
      .where('id', '=', pendingId)
      .execute()
    await noteEvent(tx, now, key, { what: 'pending done', by: by.role })
    if (open === 0 && to !== undefined)
      await sendLater(tx, now, claimNews(office, about(found, to), [allDone[found.claim.language]]))
    return { open }
  })
}

const allDone = {
  nb: 'Det som sto igjen da vi svarte deg, er nå gjort.',
  en: 'What remained when we answered you is now done.',
}
