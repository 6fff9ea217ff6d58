import type { Kysely } from 'kysely'
import type { DB } from '#database'
import { printed, type Printed } from '../printed.ts'
import { settingsOf } from '../settings.ts'
import { changedSentences } from './changes.ts'
import { missingElements } from './elements.ts'
import { insertRevision, publishAlone } from './insert-revision.ts'
import { revisionInForce, type Revision } from './revision-in-force.ts'

type Published = { readonly revision: number; readonly changed: boolean }

/**
 * Publishes the statement when its texts or terms differ from the last revision: effective the same day, witnessed in the
 * same transaction. For the first revision, and for the sample merchant, whose customers nobody has to tell; all others
 * schedule theirs (decision 0029). Throws while the controller's settings are missing.
 */
export function publishIfChanged(owner: Kysely<DB>, now: Date): Promise<Published> {
  return owner.transaction().execute(async (tx) => {
    await publishAlone(tx)
    const settings = await settingsOf(tx, 'core')
    const text = printed(settings.controller, settings.changed)
    const missing = missingElements(text.texts)
    if (missing.length > 0)
      throw new Error(`the statement says nothing of ${missing.join(', ')} (art. 13, 14): it is not published`)
    const last = await revisionInForce(tx, now, 'core')
    if (last?.contentHash === text.contentHash) return { revision: last.revision, changed: false }
    const revision = (last?.revision ?? 0) + 1
    await insertRevision(tx, now, { revision, printed: text, settings, ...(last ? anotherProgram(last, text) : theFirst) })
    return { revision, changed: true }
  })
}

const theFirst = { summary: { nb: 'Den første versjonen.', en: 'The first version.' } }

function anotherProgram(last: Revision, text: Printed) {
  return {
    kinds: Object.fromEntries(changedSentences(last, text).map((id) => [id, 'material'] as const)),
    summary: {
      nb: 'Eksempelforretningen fikk en ny utgave av programmet.',
      en: 'The sample merchant got a new edition of the program.',
    },
    hurriedBecause: 'eksempelforretningen har ingen virkelige kunder / the sample merchant has no real customers',
  }
}
