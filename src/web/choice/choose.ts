import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { websiteOf } from '#auth'
import { now } from '#clock'
import { answers, keepReceipt, places, questions, rememberedAs } from '#cookies'
import { readForm } from '#http'
import { languageOf, pathIn } from '#languages'
import { controller } from '#merchant'
import { asking } from '#purposes'

const form = z.object({
  answer: z.enum(answers),
  place: z.enum(places),
  /** Which question stood there: the answer is to that one, whatever is asked by now. */
  question: z.enum(questions).default('own'),
  // A path of our own; two slashes in the beginning would be another machine, and browsers do not see a tab between them.
  back: z
    .string()
    .regex(/^\/(?![/\\])[^\p{Cc}]*$/u)
    .max(2000)
    .optional()
    .catch(undefined),
})

/**
 * A yes, a no and a change of mind are the same post from the same kind of button (promises 2.4-f, 2.4-g). The answer comes with the
 * page that follows: nothing is measured there after a no.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(request)
  const read = await readForm(request, form)
  if (!read.ok) throw data(null, { status: 400 })
  const { answer, place, question, back = pathIn(language, '/') } = read.value
  const { legalName } = await controller(asking(context, 'deliver'))
  await keepReceipt(asking(context, 'web_function'), now(), { answer, place, question, language, who: legalName })
  const remembered = rememberedAs(answer, question, websiteOf(context).startsWith('https:'))
  throw redirect(back, { status: 303, headers: { 'Set-Cookie': remembered } })
}

export async function loader() {
  throw data(null, { status: 404 })
}
