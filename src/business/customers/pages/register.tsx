import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { websiteOf } from '#auth'
import { now } from '#clock'
import { currentRevision } from '#consent'
import { Button, Field, Notice, PageTitle, Select, StatementLink } from '#design'
import { again, readForm, saidNo } from '#http'
import { languageOf, pathIn, type Language } from '#languages'
import { asking } from '#purposes'
import { refused } from '#refusal'
import { contactFields, explained, type ContactField } from '../contact-fields.ts'
import { organisationFormNames, organisationForms } from '../organisation-form.ts'
import { registerCustomer } from '../register-customer.ts'
import { registrationForm, type RegistrationForm } from '../registration-form.ts'
import register from './register.css?url'
import { words } from './words.ts'

export const links = () => [{ rel: 'stylesheet', href: register }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { revision: await currentRevision(asking(context, 'deliver')), language: languageOf(request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(request)
  const read = await readForm(request, registrationForm, 'by the act')
  if (!read.ok) return again(read.problems, read.typed)

  const { organisationNumber, organisationForm, ...contact } = read.value
  const website = websiteOf(context)
  const answer = await registerCustomer(asking(context, 'deliver'), now(), {
    contact: given(contact),
    organisationNumber,
    organisationForm,
    language,
    website,
  })
  if (refused(answer)) return again(saidNo(answer, words[language].refusals, 'first_name'), read.typed)
  throw redirect(`${pathIn(language, '/registrer')}/${language === 'nb' ? 'takk' : 'thank-you'}`)
}

type Typed = Omit<RegistrationForm, 'organisationNumber' | 'organisationForm'>

/** Without the fields that were left blank. */
function given({ first_name, last_name, email, workplace, ...voluntary }: Typed) {
  const filled = Object.entries(voluntary).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return { first_name, last_name, email, workplace, ...Object.fromEntries(filled) }
}

const personFields = ['first_name', 'last_name', 'email', 'phone', 'job_title'] as const satisfies readonly ContactField[]
const companyFields = contactFields.filter((field) => !(personFields as readonly string[]).includes(field))

export default function Register() {
  const { revision, language } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const said = words[language]
  const typed: Record<string, string> = answer?.typed ?? {}
  const problems: Record<string, string> = answer?.problems ?? {}
  const field = (name: ContactField) => (
    <ContactInput key={name} {...{ name, language }} value={typed[name]} problem={problems[name]} />
  )
  return (
    <>
      <title>{said.title}</title>
      <PageTitle lead={said.lead}>{said.title}</PageTitle>
      <form method="post" className="register" noValidate>
        {answer && (
          <Notice kind="danger">
            <p>{said.wrong}</p>
          </Notice>
        )}
        <fieldset>
          <legend>{said.person}</legend>
          {personFields.map(field)}
        </fieldset>
        <fieldset>
          <legend>{said.company}</legend>
          {companyFields.map(field)}
          <Field
            name="organisationNumber"
            label={said.organisationNumber}
            hint={said.organisationNumberHint}
            value={typed.organisationNumber}
            problem={problems.organisationNumber}
            inputMode="numeric"
            language={language}
          />
          <Select
            name="organisationForm"
            label={said.organisationForm}
            hint={said.organisationFormHint}
            value={typed.organisationForm}
            problem={problems.organisationForm}
            language={language}
          >
            <option value="">{said.choose}</option>
            {organisationFormNames.map((name) => (
              <option key={name} value={name}>
                {organisationForms[name][language]}
              </option>
            ))}
          </Select>
        </fieldset>
        <div className="ending">
          <Button>{said.send}</Button>
          <p className="small soft">
            {said.use} <StatementLink revision={revision} language={language} />
          </p>
        </div>
      </form>
    </>
  )
}

const kinds: Partial<Record<ContactField, { readonly type?: string; readonly autoComplete?: string }>> = {
  first_name: { autoComplete: 'given-name' },
  last_name: { autoComplete: 'family-name' },
  email: { type: 'email', autoComplete: 'email' },
  phone: { type: 'tel', autoComplete: 'tel' },
  job_title: { autoComplete: 'organization-title' },
  workplace: { autoComplete: 'organization' },
  company_address: { autoComplete: 'street-address' },
}

type Input = {
  readonly name: ContactField
  readonly language: Language
  readonly value: string | undefined
  readonly problem: string | undefined
}

function ContactInput({ name, language, value, problem }: Input) {
  const { label, blank, required, longest } = explained[name]
  return (
    <Field
      {...{ name, value, problem, required, language }}
      label={label[language]}
      hint={blank[language]}
      maxLength={longest}
      {...kinds[name]}
    />
  )
}
