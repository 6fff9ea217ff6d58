import { type ActionFunctionArgs } from 'react-router'
import { now } from '#clock'
import { dataDirectory } from '#files'
import { problemDetails } from '#http'
import { readWebhook, webhookSecret } from '#outbound'
import { answerShape, receiveAnswer, recipient } from '#processors'
import { asking } from '#purposes'
import { refused } from '#refusal'

const statuses: Readonly<Record<string, number>> = {
  'no such instruction': 404,
  'answered otherwise before': 409,
  'used for another answer': 409,
}

/** POST /api/v1/suppliers/:id/answers: a supplier's signed answer to an instruction (Standard Webhooks). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return problemDetails({ status: 405, title: 'Only POST is understood here' })
  const db = asking(context, 'legal_obligation')
  const from = await recipient(db, params.id ?? '')
  // Whoever is not a supplier learns no more than one whose signature is wrong.
  const secret = webhookSecret(dataDirectory(), from?.id ?? 'nobody', from?.webhookVersion ?? 0)
  const read = await readWebhook(request, secret)
  if (from === undefined || ('problem' in read && read.problem === 'not signed by them'))
    return problemDetails({ status: 401, title: 'The message is not signed with the secret of this supplier, or too old' })
  if ('problem' in read) return problemDetails({ status: 400, title: 'The body is not JSON' })
  const answer = answerShape.safeParse(read.body)
  if (!answer.success) {
    const problems = Object.fromEntries(answer.error.issues.map(({ path, message }) => [path.join('.') || 'body', message]))
    return problemDetails({ status: 422, title: 'The answer is not understood', problems })
  }
  const outcome = await receiveAnswer(db, now(), from.id, read.id, answer.data)
  if (refused(outcome)) {
    const problems = outcome.field === undefined ? {} : { problems: { [`data.${outcome.field}`]: outcome.refused } }
    return problemDetails({ status: statuses[outcome.refused] ?? 422, title: outcome.refused, ...problems })
  }
  return Response.json(outcome)
}

export function loader() {
  return problemDetails({ status: 405, title: 'Only POST is understood here' })
}
