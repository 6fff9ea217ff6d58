import { data, type LoaderFunctionArgs } from 'react-router'
import { idInAddress } from '#http'
import { asking } from '#purposes'
import { receiptAnswer } from './receipt-answer.ts'

/** /personvern/kvittering/:id: whoever was erased has no page any more, and the proof of an erasure names nobody. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const db = asking(context, 'legal_obligation')
  const id = idInAddress(params.id)
  const entry = await db.selectFrom('entry').select(['kind', 'subject']).where('id', '=', id).executeTakeFirst()
  if (!entry || entry.kind !== 'erasure' || entry.subject !== null) throw data(null, { status: 404 })
  return receiptAnswer(db, id)
}
