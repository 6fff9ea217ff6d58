import { data, useLocation, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { z } from 'zod'
import { requireCustomer } from '#auth'
import { now, writtenDay } from '#clock'
import { screenFields } from '#customers'
import { Button, PageTitle, Select, TextArea } from '#design'
import { idInAddress, readForm } from '#http'
import { inventory } from '#inventory'
import { languageOf, pathIn, type Language } from '#languages'
import { asking, asPerson } from '#purposes'
import { refused } from '#refusal'
import {
  codeWord,
  columnWord,
  demandRestriction,
  liftOwn,
  ownDocuments,
  ownGrounds,
  ownRestrictions,
  paperKind,
  restrictable,
  restrictableFields,
  type OwnRestriction,
  type Scope,
} from '#rights'
import { handsOf, officeOf } from '../rights-desk/office.ts'
import { formWords } from '../rights-form/words.ts'
import { Filed, type FiledClaim } from './filed.tsx'
import { restrictWords } from './restrict-words.ts'

const form = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('restrict'),
    scope: z.string().max(80),
    ground: z.enum(ownGrounds),
    text: z.string().max(4_000).default(''),
  }),
  z.object({ act: z.literal('lift'), restriction: z.uuid() }),
])

type Choice = { readonly value: string; readonly word: string }
type Loaded = {
  readonly fields: readonly Choice[]
  readonly papers: readonly Choice[]
  readonly standing: readonly { readonly id: string; readonly what: string; readonly why: string }[]
}

/** What can be chosen, and what stands. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Loaded> {
  const customer = requireCustomer(context)
  const language = languageOf(request)
  return asPerson(asking(context, 'rights_handling'), customer, async (tx) => {
    const papers = (await ownDocuments(tx)).map((paper) => ({
      value: `document:${paper.id}`,
      word: capital(codeWord(`${paperKind(paper)} ${paper.number}`, language)),
    }))
    const fields = restrictableFields(inventory).map((field) => ({ value: `field:${field}`, word: columnWord(field, language) }))
    const standing = (await ownRestrictions(tx)).map((each) => ({
      id: each.id,
      what: scopeWord(each, papers, language),
      why: restrictWords[language].since(
        writtenDay(each.since, language),
        restrictWords[language].grounds[each.ground] ?? each.ground,
      ),
    }))
    return { fields, papers, standing }
  })
}

function scopeWord(
  { category, fields, document, number }: OwnRestriction,
  papers: readonly Choice[],
  language: Language,
): string {
  const said = restrictWords[language]
  if (category) return said.categories[category] ?? category
  if (fields) return fields.map((field) => columnWord(field, language)).join(', ')
  return document
    ? (papers.find(({ value }) => value === `document:${document}`)?.word ?? number ?? said.onePaper)
    : said.everything
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

type Answer = {
  readonly problems?: Readonly<Record<string, string>>
  readonly typed?: Readonly<Record<string, string>>
  readonly filed?: FiledClaim & { readonly answered: boolean }
  readonly lifted?: string
}

/** In force, or lifted, before the answer is shown (art. 18). */
export async function action({ request, context }: ActionFunctionArgs) {
  const customer = requireCustomer(context)
  const language = languageOf(request)
  const read = await readForm(request, form, 'by the act')
  if (!read.ok) return data<Answer>({ problems: read.problems, typed: read.typed }, { status: 422 })
  const [at, db] = [now(), handsOf(context)]
  if (read.value.act === 'lift') {
    const lifted = await liftOwn(db, at, customer, read.value.restriction)
    return data<Answer>(refused(lifted) ? {} : { lifted: lifted.receipt })
  }
  const { ground, text } = read.value
  const unlawful = await screenFields(asking(context, 'deliver'), at, 'rights form', { text })
  if (unlawful) return wrong('text', formWords[language].unlawful[unlawful.refused], read.typed)
  const demanded = { ground, text, language, scope: scopeOf(read.value.scope) }
  const done = await demandRestriction(db, at, customer, demanded, await officeOf(context))
  if (refused(done)) return wrong(done.field ?? 'scope', restrictWords[language].problems[done.refused], read.typed)
  return data<Answer>({ filed: { ...done, due: writtenDay(done.dueOn, language) } })
}

function wrong(field: string, problem: string, typed: Record<string, string>) {
  return data<Answer>({ problems: { [field]: problem }, typed }, { status: 422 })
}

/** `field:email` → that field. What is not a word of ours is not theirs either, and is refused by the act. */
function scopeOf(chosen: string): Scope {
  const [kind, what = ''] = chosen.split(':') as [string, string?]
  if (kind === 'all') return {}
  if (kind === 'category') return { category: what as Scope['category'] }
  return kind === 'document' ? { document: idInAddress(what) } : { fields: [what] }
}

export default function RestrictMe({ loaderData, actionData }: { readonly loaderData: Loaded; readonly actionData?: Answer }) {
  const language = languageOf(useLocation().pathname)
  const said = restrictWords[language]
  const { filed, lifted } = actionData ?? {}
  return (
    <div className="prose stack">
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      {filed && (
        <Filed {...filed} title={said.done} language={language}>
          <p>{filed.answered ? said.doneSays : said.doneAndWaits(filed.due ?? '')}</p>
        </Filed>
      )}
      {lifted && (
        <Filed receipt={lifted} title={said.lifted} language={language}>
          <p>{said.liftedSays}</p>
        </Filed>
      )}
      {loaderData.standing.length > 0 && <Standing standing={loaderData.standing} language={language} />}
      {!filed && <Choose {...loaderData} answer={actionData} language={language} />}
      <p>
        <a href={pathIn(language, '/min-side')}>{said.back}</a>
      </p>
    </div>
  )
}

function Standing({ standing, language }: Pick<Loaded, 'standing'> & { readonly language: Language }) {
  const said = restrictWords[language]
  return (
    <>
      <h2>{said.standing}</h2>
      {standing.map(({ id, what, why }) => (
        <form method="post" key={id} className="stack">
          <input type="hidden" name="act" value="lift" />
          <input type="hidden" name="restriction" value={id} />
          <p>
            <strong>{what}</strong> <span className="soft">{why}</span>
          </p>
          <Button variant="secondary">
            {said.lift}
            <span className="unseen">: {what}</span>
          </Button>
        </form>
      ))}
    </>
  )
}

type Form = Pick<Loaded, 'fields' | 'papers'> & { readonly answer: Answer | undefined; readonly language: Language }

function Choose({ fields, papers, answer, language }: Form) {
  const said = restrictWords[language]
  const field = (name: string) => ({ name, value: answer?.typed?.[name], problem: answer?.problems?.[name], language })
  return (
    <form method="post" className="fields" noValidate>
      <input type="hidden" name="act" value="restrict" />
      <Select {...field('scope')} label={said.scope} required>
        <option value="all">{said.everything}</option>
        {restrictable.map((category) => (
          <option key={category} value={`category:${category}`}>
            {said.categories[category]}
          </option>
        ))}
        <Options label={said.oneField} choices={fields} />
        <Options label={said.onePaper} choices={papers} />
      </Select>
      <Select {...field('ground')} label={said.why} required>
        {ownGrounds.map((ground) => (
          <option key={ground} value={ground}>
            {said.grounds[ground]}
          </option>
        ))}
      </Select>
      <TextArea {...field('text')} label={said.text} hint={said.textHint} rows={4} maxLength={4_000} />
      <Button>{said.button}</Button>
      <p className="small soft">{said.goesOn}</p>
    </form>
  )
}

function Options({ label, choices }: { readonly label: string; readonly choices: readonly Choice[] }) {
  if (choices.length === 0) return null
  return (
    <optgroup label={label}>
      {choices.map(({ value, word }) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </optgroup>
  )
}
