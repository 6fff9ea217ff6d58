import { Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { z } from 'zod'
import { requireStaff } from '#auth'
import { now, writtenMoment } from '#clock'
import { Button, Notice, PageTitle, WideTable } from '#design'
import { readForm } from '#http'
import { enqueue } from '#jobs'
import { asking } from '#purposes'
import { attest } from '#sentence'
import { sentences } from '../clauses/clauses.ts'
import { Measured, StateMark } from './margin.tsx'
import { keepers } from './keepers.ts'
import { readStatement, type ShownSentence } from './read-statement.ts'
import sheet from './statement.css?url'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

const form = z.discriminatedUnion('act', [
  z.object({ act: z.literal('check now') }),
  z.object({ act: z.literal('attest'), sentence: z.string(), control: z.string() }),
])

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { role } = requireStaff(context)
  const statement = await readStatement(asking(context, 'legal_obligation'), now(), 'nb')
  const states = new URL(request.url).searchParams.get('vis')
  const rows = (statement?.clauses ?? []).flatMap((clause) => clause.sentences)
  return {
    statement: statement?.score,
    asked: new URL(request.url).searchParams.has('bedt'),
    shown: states ? rows.filter(({ state }) => state === states) : rows,
    chosen: states,
    keeps: (keepers as readonly string[]).includes(role),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = requireStaff(context, ...keepers)
  const read = await readForm(request, form)
  if (!read.ok) throw redirect('/desk/personvern')
  const db = asking(context, 'legal_obligation')
  if (read.value.act === 'attest') {
    const { sentence: id, control: name } = read.value
    const sentence = sentences.find((each) => each.id === id)
    const control = sentence?.controls.find((each) => each.name === name)
    if (!sentence || control?.kind !== 'attestation') throw redirect('/desk/personvern')
    await attest(db, now(), { sentence, control: name, word: control.word.nb, staffUserId: me.userId })
  }
  await enqueue(db, 'prove', {}, { key: 'prove now' })
  throw redirect('/desk/personvern?bedt')
}

const states = { kept: 'Holdt', broken: 'Brutt', stale: 'For gammel kontroll', unproven: 'Uten bevis' } as const

export default function DeskPrivacy() {
  const { statement, asked, shown, chosen, keeps } = useLoaderData<typeof loader>()
  return (
    <>
      <title>Personvern</title>
      <PageTitle
        lead={
          statement?.lastChecked
            ? `${statement.kept} av ${statement.promises} løfter holdt. Sist kontrollert ${writtenMoment(statement.lastChecked, 'nb')}.`
            : 'Ikke kontrollert ennå.'
        }
        actions={
          keeps && (
            <Form method="post">
              <Button type="submit" name="act" value="check now">
                Kontroller nå
              </Button>
            </Form>
          )
        }
      >
        Personvern
      </PageTitle>
      {asked && <Notice>Kontrollen er satt i gang. Last siden på nytt om litt for å se hva den fant.</Notice>}
      <nav aria-label="Tilstand" className="row views">
        <a href="/desk/personvern" aria-current={chosen ? undefined : 'page'}>
          Alle
        </a>
        {(Object.keys(states) as (keyof typeof states)[]).map((state) => (
          <a key={state} href={`?vis=${state}`} aria-current={chosen === state ? 'page' : undefined}>
            {states[state]} {statement && <span className="soft figures">{statement[state]}</span>}
          </a>
        ))}
      </nav>
      <WideTable name="Setningene" className="promises" data-border>
        <thead>
          <tr>
            <th scope="col">Tilstand</th>
            <th scope="col">Setning</th>
            <th scope="col">Løfte</th>
            <th scope="col">Sist funnet</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((sentence) => (
            <Row key={sentence.id} sentence={sentence} keeps={keeps} />
          ))}
        </tbody>
      </WideTable>
    </>
  )
}

function Row({ sentence, keeps }: { readonly sentence: ShownSentence; readonly keeps: boolean }) {
  return (
    <tr>
      <td>
        <StateMark state={sentence.state} language="nb" />
      </td>
      <td>
        <a href={`/personvern/bevis/${sentence.id}`}>{sentence.says}</a>
      </td>
      <td>{sentence.promises.join(', ')}</td>
      <td>
        {sentence.controls.length === 0 && 'ingen kontroll ennå'}
        {sentence.controls.map((control) => (
          <div key={control.name}>
            <Measured control={control} language="nb" />
            {control.at && ` · ${writtenMoment(control.at, 'nb')}`}
            {keeps && control.kind === 'attestation' && control.state !== 'kept' && (
              <GiveWord sentence={sentence.id} control={control.name} word={control.word ?? ''} />
            )}
          </div>
        ))}
      </td>
    </tr>
  )
}

function GiveWord({ sentence, control, word }: { readonly sentence: string; readonly control: string; readonly word: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="sentence" value={sentence} />
      <input type="hidden" name="control" value={control} />
      <p>«{word}»</p>
      <Button type="submit" name="act" value="attest" variant="secondary">
        Jeg bekrefter dette
      </Button>
    </Form>
  )
}
