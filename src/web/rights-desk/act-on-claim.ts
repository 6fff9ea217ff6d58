import { z } from 'zod'
import { redactMessage } from '#intake'
import type { Refusal } from '#refusal'
import { refused } from '#refusal'
import {
  announceLifting,
  answerClaim,
  answerNothing,
  approveRefusal,
  eraseForClaim,
  exceptions,
  grounds,
  identityShown,
  kinds,
  linkClaimant,
  makeReady,
  notAClaim,
  pendingDone,
  proposeRefusal,
  refuseForAnother,
  restrictable,
  restrictForClaim,
  sendConfirmation,
  triageClaim,
  useException,
  type CaseKey,
  type ContactShown,
  type Handler,
  type Hands,
  type Office,
  type OneClaim,
} from '#rights'

const act = <Name extends string>(name: Name) => z.literal(name)
const reasons = z.string().max(4_000).default('')

/** Everything that can be done to a claim at the desk; each is one act of the duties. */
export const claimForm = z.discriminatedUnion('act', [
  z.object({ act: act('triage'), kind: z.enum(kinds).exclude(['unclear']) }),
  z.object({ act: act('not a claim'), why: z.enum(['unwanted mail', 'an ordinary inquiry']) }),
  z.object({ act: act('link'), address: z.email().max(254) }),
  z.object({ act: act('send link') }),
  z.object({ act: act('identity') }),
  z.object({
    act: act('answer'),
    text: z.string().max(8_000).default(''),
    pending: z.string().max(2_000).default(''),
    relevant: z.string().optional(),
  }),
  z.object({ act: act('ready') }),
  z.object({ act: act('nothing') }),
  z.object({ act: act('another') }),
  z.object({ act: act('erase') }),
  z.object({ act: act('refuse'), how: z.enum(['refuse', 'refuse_partly']), reasons }),
  z.object({ act: act('approve'), decision: z.uuid() }),
  z.object({ act: act('restrict'), ground: z.enum(grounds), category: z.enum(['', ...restrictable]).default('') }),
  z.object({ act: act('lift'), reasons }),
  z.object({ act: act('exception'), exception: z.enum(exceptions), reason: reasons }),
  z.object({ act: act('redact'), quarantine: z.uuid(), redacted: z.string().max(8_000).default('') }),
  z.object({ act: act('pending done'), pending: z.uuid() }),
])
type ClaimAct = z.output<typeof claimForm>

export type Done = {
  readonly done: string
  readonly receipt?: string
  readonly contact?: ContactShown
  readonly movedTo?: CaseKey
}

type Made = Done | Refusal<string>

export function actOnClaim(db: Hands, now: Date, found: OneClaim, asked: ClaimAct, by: Handler, office: Office): Promise<Made> {
  const answered = done('Svaret er sendt.')
  switch (asked.act) {
    case 'triage':
      return triageClaim(db, now, found, asked.kind, by, office).then(done('Vurdert. Fristen er den samme.'))
    case 'not a claim':
      return notAClaim(db.rights, now, found, asked.why, by).then(done('Lukket: ikke et krav.'))
    case 'link':
      return linkClaimant(db, now, found, asked.address, by, office).then((moved) =>
        refused(moved) ? moved : { done: 'Personen er funnet.', movedTo: moved },
      )
    case 'send link':
      return sendConfirmation(db.legal, now, found, office).then(done('Lenken er sendt til den registrerte adressen.'))
    case 'identity':
      return identityShown(db.legal, now, found, by).then(done('Notert: vi vet hvem det er.'))
    case 'answer': {
      const pending = asked.pending
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      return answerClaim(db, now, found, { text: asked.text, pending, relevant: asked.relevant === 'yes' }, by, office).then(
        answered,
      )
    }
    case 'ready':
      return makeReady(db, now, found, by, office).then(done('Klart. Lenken er sendt til den registrerte adressen.'))
    case 'nothing':
      return answerNothing(db, now, found, by, office).then(done('Svart: vi har ingenting.'))
    case 'another':
      return refuseForAnother(db, now, found, by, office).then(done('Svart: vi gir ikke ut noe om andre.'))
    case 'erase':
      return eraseForClaim(db, now, found, office).then((erased) => (refused(erased) ? erased : toldErased(erased)))
    case 'refuse':
      return proposeRefusal(db.legal, now, found, { act: asked.how, reasons: asked.reasons }, by).then(
        done('Foreslått. En til må godkjenne før noe sendes.'),
      )
    case 'approve':
      return approveRefusal(db, now, found, asked.decision, by, office).then(
        done('Godkjent. Avslaget er sendt med begrunnelsen.'),
      )
    case 'restrict':
      return restrictForClaim(db, now, found, asked.ground, { category: asked.category || undefined }).then(
        done('Begrenset fra nå.'),
      )
    case 'lift':
      return announceLifting(db.legal, now, found, asked.reasons, by, office).then(
        done('Personen er varslet. Begrensningen oppheves tidligst etter tre virkedager.'),
      )
    case 'exception':
      return useException(db.rights, now, found, asked, by).then((contact) =>
        refused(contact) ? contact : { done: 'Unntaket er notert.', contact },
      )
    case 'redact': {
      const key = { accountId: found.claim.account_id, id: found.claim.id }
      const redaction = { quarantineId: asked.quarantine, text: asked.redacted, role: by.role }
      return redactMessage(db.legal, now, key, redaction).then(done('Lagret. Det som ble holdt tilbake, er slettet.'))
    }
    case 'pending done':
      return pendingDone(db.legal, now, found, asked.pending, by, office).then(done('Notert.'))
  }
}

/** What went well, in words; what was refused stays refused. */
function done(text: string) {
  return (answer: unknown): Made => {
    if (refused(answer)) return answer as Refusal<string>
    const receipt = (answer as { readonly receipt?: string } | undefined)?.receipt
    return { done: text, ...(receipt !== undefined && { receipt }) }
  }
}

function toldErased({ receipt, residue }: { receipt: string; residue: { left: readonly unknown[] } }): Done {
  const left = residue.left.length
  return {
    done:
      left === 0
        ? 'Slettet. Vi lette overalt og fant ingenting igjen.'
        : `Slettet, men søket fant noe på ${left} steder. Se på det.`,
    receipt,
  }
}
