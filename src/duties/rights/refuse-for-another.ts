import { sendLater } from '#mail'
import { refuse } from '#refusal'
import { about, closing, keyOf, type Handler, type NotAnswered } from './claim-acts.ts'
import { claimAnswer } from './claim-letters.ts'
import { fileMessage } from './file-message.ts'
import type { Hands, Office } from './office.ts'
import type { OneClaim } from './one-claim.ts'
import { noteEvent } from './rights-case.ts'

/**
 * Somebody asks about somebody else: a colleague, the boss. A right is used by whoever it belongs to, so there is nothing here to
 * weigh and nothing to refuse by two; the letter is the same whether we know the other or not, and goes to whoever asked
 * (promises 6-a, 6-b). What the asker may do themselves, and where to complain, stands in it.
 */
export function refuseForAnother(
  db: Hands,
  now: Date,
  found: OneClaim,
  by: Handler,
  office: Office,
): Promise<{ readonly receipt: string } | NotAnswered> {
  if (found.claim.closed_at !== null) return Promise.resolve(refuse('already answered'))
  const to = found.messages.find(({ direction }) => direction === 'in')?.address
  if (!to) return Promise.resolve(refuse('no safe address'))
  const text = words[found.claim.language]
  return closing(db, now, found, async (tx) => {
    await noteEvent(tx, now, keyOf(found), { what: 'asked about another', by: by.role })
    await fileMessage(tx, now, keyOf(found), { direction: 'out', address: to, body: text })
    await sendLater(tx, now, claimAnswer(office, about(found, to), [text]))
    return { answer: 'about another', by: by.role }
  })
}

const words = {
  nb: `Du har spurt om en annen enn deg selv. Vi gir ikke ut noe om én person til en annen, heller ikke til kolleger, ledere eller arbeidsgiveren, og vi verken bekrefter eller avkrefter om vi har noe om noen.

Det kan bare skje på en av fire grunner: personen har selv sagt ja, en lov gir rett eller plikt til det, en domstol eller myndighet har pålagt det, eller et forfalt krav går til inkasso. Ingen av dem er vist her.

Den det gjelder, kan selv få vite alt ved å spørre oss. Vil du vite hva vi har om deg, kan du be om det fra din egen adresse.`,
  en: `You have asked about somebody other than yourself. We hand out nothing about one person to another, not to colleagues, managers or the employer either, and we neither confirm nor deny that we hold anything about anybody.

It can only happen on one of four grounds: the person has agreed, a statute permits or requires it, a court or authority has ordered it, or a claim that is due goes to collection. None of them has been shown here.

Whoever it is about can learn everything by asking us. If you want to know what we hold about you, you can ask from your own address.`,
}
