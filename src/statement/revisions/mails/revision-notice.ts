import { writtenDay } from '#clock'
import type { Letter } from '#mail'
import { signature, type Controller } from '#merchant'
import type { RevisionHead } from '../revision-in-force.ts'

type Facts = {
  readonly accountId: string
  readonly personId: string
  readonly to: string
  readonly language: 'nb' | 'en'
  readonly revision: RevisionHead
  readonly website: string
}

/** What changes, from when, and what the reader can do about it; nothing else stands here (promise 8-c). */
export function revisionNotice(merchant: Controller, { accountId, personId, to, language, revision, website }: Facts): Letter {
  const { revision: number, effectiveOn, summary, hurriedBecause, kinds } = revision
  const calledOff = Object.keys(kinds).length === 0
  const day = writtenDay(effectiveOn, language)
  const says = summary[language] ?? ''
  const words = {
    nb: {
      subject: calledOff ? `Personvernerklæringen vår endres ikke ${day}` : `Personvernerklæringen vår endres ${day}`,
      body: `Hei.\n\nFra ${day} gjelder en ny versjon av personvernerklæringen vår, versjon ${number}. Kort sagt:\n\n${says}\n\n${hurriedBecause ? `Vi pleier å si fra minst 30 dager før. Denne gangen går det fortere, fordi: ${hurriedBecause}\n\n` : ''}Hva som er endret, setning for setning, står på ${website}/personvern/versjoner/${number}. Fram til ${day} gjelder den teksten som gjelder nå.\n\nDu trenger ikke gjøre noe. Er du uenig, kan du protestere, be oss slette opplysningene dine eller spørre oss: svar på denne e-posten eller gå til ${website}/min-side. Du kan også klage til Datatilsynet, datatilsynet.no.`,
    },
    en: {
      subject: calledOff ? `Our privacy statement does not change on ${day}` : `Our privacy statement changes on ${day}`,
      body: `Hello.\n\nFrom ${day} a new version of our privacy statement applies, version ${number}. In short:\n\n${says}\n\n${hurriedBecause ? `We usually tell at least 30 days before. This time it is sooner, because: ${hurriedBecause}\n\n` : ''}What has changed, sentence by sentence, stands at ${website}/en/privacy/versjoner/${number}. Until ${day} the present text applies.\n\nYou need not do anything. If you disagree, you can object, ask us to erase your data, or ask us: reply to this e-mail or go to ${website}/en/my-page. You can also complain to the Norwegian Data Protection Authority, datatilsynet.no.`,
    },
  }[language]
  const body = `${words.body}\n\n${signature(merchant, language, website)}`
  return { accountId, personId, kind: 'statement revision', purpose: 'legal_obligation', to, subject: words.subject, body }
}
