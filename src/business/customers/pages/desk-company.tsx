import { Form } from 'react-router'
import { Button, Field, Select } from '#design'
import { seenCompany } from '../change-company.ts'
import type { CustomerCard } from '../customer-card.ts'
import { organisationFormNames, organisationForms } from '../organisation-form.ts'
import { writtenOrganisationNumber } from '../organisation-number.ts'
import type { Given } from './desk-person.tsx'

type Shown = { readonly account: CustomerCard['account']; readonly answer: Given }

/** What invoices are made out to, and a way to correct it. */
export function CompanyForm({ account, answer }: Shown) {
  const mine = answer && !answer.done && answer.typed.act === 'company' ? answer : undefined
  const before: Readonly<Record<string, string | null>> = {
    ...account,
    organisation_number: account.organisation_number && writtenOrganisationNumber(account.organisation_number),
    customer_number: null,
    payment_days: String(account.payment_days),
    created_at: null,
    last_active_at: null,
    ended_at: null,
  }
  const kept = (name: string) => ({
    name,
    value: mine ? mine.typed[name] : before[name],
    problem: mine?.field === name ? mine.problem : undefined,
  })
  return (
    <details open={mine !== undefined} key={seenCompany(account)}>
      <summary>Endre firmaopplysningene</summary>
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="act" value="company" />
        <input type="hidden" name="seen" value={seenCompany(account)} />
        <Field {...kept('name')} label="Navn" hint="Uten navn kan vi ikke fakturere." />
        <Field
          {...kept('organisation_number')}
          label="Organisasjonsnummer"
          hint="Uten nummer må adressen stå på fakturaen."
          inputMode="numeric"
        />
        <Select {...kept('organisation_form')} label="Organisasjonsform" hint="ENK, DA og ANS behandles som personopplysninger.">
          <option value="">Ikke oppgitt</option>
          {organisationFormNames.map((name) => (
            <option key={name} value={name}>
              {organisationForms[name].nb}
            </option>
          ))}
        </Select>
        <Field {...kept('company_address')} label="Firmaadresse" hint="Uten adresse spør vi ved levering." />
        <Field {...kept('invoice_address')} label="Fakturaadresse" hint="Uten brukes firmaadressen." />
        <Field
          {...kept('invoice_email')}
          label="E-post for faktura"
          type="email"
          hint="Uten går fakturaen til kontaktpersonen."
        />
        <Field {...kept('payment_days')} label="Betalingsfrist, dager" inputMode="numeric" required />
        <Button variant="secondary">Lagre</Button>
      </Form>
    </details>
  )
}
