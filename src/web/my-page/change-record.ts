import { redirect, type ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireCustomer } from '#auth'
import { now } from '#clock'
import { readForm } from '#http'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { samePerson } from '#rights'
import { lookAtAnother } from '#staff'

const form = z.object({ account: z.uuid(), person: z.uuid() })

/** /min-side/bytt: my page shows another of their own records. One that is not theirs changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const read = await readForm(request, form)
  const others = read.ok ? await samePerson(asking(context, 'legal_obligation'), customer) : []
  // What lies in the locked archive is shown by no page; the copy of everything holds it.
  const chosen = others.find(
    (each) => read.ok && !each.inArchive && each.accountId === read.value.account && each.personId === read.value.person,
  )
  if (chosen) await lookAtAnother(asking(context, 'security'), now(), customer.userId, chosen)
  throw redirect(pathIn(languageOf(request), '/min-side'))
}

export async function loader({ request, context }: ActionFunctionArgs) {
  requireCustomer(context)
  throw redirect(pathIn(languageOf(request), '/min-side'))
}
