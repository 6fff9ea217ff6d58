import { type ActionFunctionArgs, data, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now } from '#clock'
import { Button, EndLine, Notice, PageTitle, TextArea } from '#design'
import { readForm } from '#http'
import { asking } from '#purposes'
import { writtenRules } from '#retention'
import { refusedEntryData } from '../personal-data.ts'
import { saveScreeningTerms, screeningTerms } from '../screening-terms.ts'

const form = z.object({ terms: z.string().max(20_000) })

export async function loader({ context }: LoaderFunctionArgs) {
  requireStaff(context, 'privacy_officer', 'host')
  return { terms: await screeningTerms(asking(context, 'administer')), kept: writtenRules(refusedEntryData) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireStaff(context, 'privacy_officer', 'host')
  const read = await readForm(request, form)
  if (!read.ok) return data({ problem: read.problems.terms, typed: read.typed.terms, saved: undefined }, { status: 422 })
  const saved = await saveScreeningTerms(asking(context, 'administer'), now(), read.value.terms)
  return data({ saved: saved.length, problem: undefined, typed: undefined })
}

export default function DeskScreening() {
  const { terms, kept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <title>Ord vi ikke tar imot</title>
      <PageTitle lead="Fritekst med et av disse ordene tas ikke imot, fordi den kan fortelle om noens helse, tro, fagforening eller lignende. Fødselsnummer og kortnummer stoppes uansett.">
        Ord vi ikke tar imot
      </PageTitle>
      {answer?.saved !== undefined && (
        <Notice kind="success">
          <p>{answer.saved === 0 ? 'Lagret. Listen er tom: bare numre stoppes.' : `Lagret: ${answer.saved} ord.`}</p>
        </Notice>
      )}
      <Form method="post" className="fields">
        <TextArea
          name="terms"
          label="Ord, ett på hver linje"
          hint="Stjerne betyr alle endelser: sykmeld* stopper både sykmeldt og sykmelding. Navn på firma og steder prøves ikke."
          rows={20}
          value={answer?.typed ?? terms.join('\n')}
          problem={answer?.problem}
        />
        <Button>Lagre listen</Button>
      </Form>
      <h2>Når noe blir stanset</h2>
      <p>Vi skriver ned skjema, felt og grunn, aldri teksten.</p>
      <EndLine end={kept} />
    </>
  )
}
