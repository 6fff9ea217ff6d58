import { data, useLocation, type ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireCustomer } from '#auth'
import { now, writtenDay } from '#clock'
import { screenFields } from '#customers'
import { Button, PageTitle, TextArea } from '#design'
import { readForm } from '#http'
import { languageOf, pathIn } from '#languages'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { demandStop } from '#rights'
import { handsOf, officeOf } from '../rights-desk/office.ts'
import { formWords } from '../rights-form/words.ts'
import { Filed, type FiledClaim } from './filed.tsx'

const form = z.object({ text: z.string().max(4_000).default('') })

export async function loader() {
  return null
}

type Answer = { readonly problem?: string; readonly typed?: string; readonly filed?: FiledClaim }

/** It stops before anybody weighs it (art. 21(1), promise X-4). */
export async function action({ request, context }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const language = languageOf(request)
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return data<Answer>({ problem: read.problems.text ?? '', typed: read.typed.text ?? '' }, { status: 422 })
  const { text } = read.value
  const at = now()
  const unlawful = await screenFields(asking(context, 'deliver'), at, 'rights form', { text })
  if (unlawful) return data<Answer>({ problem: formWords[language].unlawful[unlawful.refused], typed: text }, { status: 422 })
  const stopped = await demandStop(handsOf(context), at, customer, { text, language }, await officeOf(context))
  if (refused(stopped)) return data<Answer>({ problem: words[language].sayWhat, typed: text }, { status: 422 })
  const { number, receipt, dueOn } = stopped
  return data<Answer>({ filed: { number, receipt, due: writtenDay(dueOn, language) } })
}

export default function ObjectToUse({ actionData }: { readonly actionData?: Answer }) {
  const language = languageOf(useLocation().pathname)
  const said = words[language]
  return (
    <div className="prose stack">
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      {actionData?.filed ? (
        <Filed {...actionData.filed} title={said.done} language={language}>
          <p>{said.doneSays(actionData.filed.due ?? '')}</p>
        </Filed>
      ) : (
        <>
          <p>
            {said.advertising} <a href={pathIn(language, '/min-side/si-nei')}>{said.stop}</a>.
          </p>
          <form method="post" className="fields" noValidate>
            <TextArea
              name="text"
              label={said.text}
              hint={said.hint}
              language={language}
              value={actionData?.typed}
              problem={actionData?.problem}
              rows={5}
              maxLength={4_000}
              required
            />
            <Button>{said.button}</Button>
          </form>
        </>
      )}
      <p>
        <a href={pathIn(language, '/min-side')}>{said.back}</a>
      </p>
    </div>
  )
}

const words = {
  nb: {
    title: 'Protester mot noe vi gjør',
    lead: 'Vi slutter å bruke opplysningene dine med en gang, og vurderer protesten etterpå.',
    advertising: 'Gjelder det reklame, trenger du ingen grunn, og det er ikke noe å vurdere:',
    stop: 'Stopp reklame',
    text: 'Hva protesterer du mot, og hvorfor?',
    hint: 'Fortell om det som er spesielt for deg. Ikke skriv fødselsnummer.',
    sayWhat: 'Skriv hva du protesterer mot.',
    button: 'Stopp og vurder',
    done: 'Det er stoppet',
    doneSays: (due: string) =>
      `Opplysningene dine blir bare oppbevart mens et menneske vurderer protesten. Faktura og bokføring går som før. Du får svar senest ${due}.`,
    back: 'Til Min side',
  },
  en: {
    title: 'Object to something we do',
    lead: 'We stop using your data at once, and assess the objection afterwards.',
    advertising: 'If it is about advertising you need no reason, and there is nothing to assess:',
    stop: 'Stop advertising',
    text: 'What do you object to, and why?',
    hint: 'Tell what is particular to you. Do not write a national identity number.',
    sayWhat: 'Write what you object to.',
    button: 'Stop and assess',
    done: 'It has stopped',
    doneSays: (due: string) =>
      `Your data are only stored while a person assesses the objection. Invoices and bookkeeping go on as before. You are answered by ${due}.`,
    back: 'To My page',
  },
}
