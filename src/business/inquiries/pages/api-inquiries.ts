import { type ActionFunctionArgs } from 'react-router'
import type { z } from 'zod'
import { websiteOf } from '#auth'
import { now } from '#clock'
import { problemDetails, writtenProblem } from '#http'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { answerBy } from '../answer-by.ts'
import { inquiryShape } from '../inquiry-shape.ts'
import { receiveInquiry } from '../receive-inquiry.ts'
import { words } from './words.ts'

const mostBytes = 1_000_000

/** POST /api/v1/inquiries: 201 with the number and the day of the answer, or problem details (RFC 9457). */
export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return problemDetails({ status: 405, title: 'Only POST is understood here' })
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    return problemDetails({ status: 413, title: 'The body is too large' })
  const body = jsonOf(await request.text())
  if (body === undefined) return problemDetails({ status: 400, title: 'The body is not JSON' })
  const read = inquiryShape.safeParse(body, { error: (issue) => writtenProblem(issue, 'en') })
  if (!read.success)
    return problemDetails({ status: 422, title: 'The inquiry is not understood', problems: problemsOf(read.error) })

  const website = websiteOf(context)
  const received = now()
  const answer = await receiveInquiry(asking(context, 'deliver'), received, { ...read.data, channel: 'api', website })
  if (refused(answer)) {
    return problemDetails({
      status: 422,
      title: 'The inquiry was refused',
      problems: { [answer.field ?? 'body']: words.en.refusals[answer.refused] },
    })
  }
  return Response.json({ number: answer.number, answerBy: answerBy(received) }, { status: 201 })
}

export function loader() {
  return problemDetails({ status: 405, title: 'Only POST is understood here' })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problemsOf({ issues }: z.ZodError): Record<string, string> {
  return Object.fromEntries(
    issues.map(({ path, message, code, ...more }) => {
      const unknown = code === 'unrecognized_keys' && 'keys' in more ? (more.keys as string[]).join(', ') : undefined
      return unknown ? [unknown, 'There is no such field.'] : [path.join('.') || 'body', message]
    }),
  )
}
