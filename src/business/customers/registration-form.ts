import { z } from 'zod'
import { typedPhone } from '#http'
import { explained, type ContactField } from './contact-fields.ts'
import { organisationFormNames } from './organisation-form.ts'

const needed = (field: ContactField) => z.string().min(1).max(explained[field].longest)
const voluntary = (field: ContactField) =>
  z
    .string()
    .max(explained[field].longest)
    .optional()
    .transform((text) => text || undefined)

/** Exactly the eight fields of promise 2.1-d, and the company's number and form. Anything else is refused. */
export const registrationForm = z.strictObject({
  first_name: needed('first_name'),
  last_name: needed('last_name'),
  email: z.email().max(explained.email.longest),
  phone: typedPhone
    .max(explained.phone.longest)
    .optional()
    .transform((text) => text || undefined),
  job_title: voluntary('job_title'),
  workplace: needed('workplace'),
  company_address: voluntary('company_address'),
  invoice_address: voluntary('invoice_address'),
  organisationNumber: z.string().max(40).default(''),
  organisationForm: z.union([z.literal('').transform(() => undefined), z.enum(organisationFormNames)]).optional(),
})

export type RegistrationForm = z.output<typeof registrationForm>
