import type { ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { askForLetters, assess, closeBreach, drawAffected, notify, osloMoment } from '#breach'
import { now } from '#clock'
import { typedMoment, typedNumber } from '#http'
import { inventory } from '#inventory'
import { asking } from '#purposes'
import type { draftNotice } from './draft-notice.ts'

const text = z.string().max(4000).default('')
/** What may be done to a breach; each act asks the rules whether it may be done now. */
export const form = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('find'),
    source: z.enum(['readings', 'transfers', 'table']),
    from: typedMoment,
    until: typedMoment,
    staff: z.string().default(''),
    recipient: z.string().default(''),
    table: z.string().default('core.person'),
  }),
  z.object({
    act: z.literal('assess'),
    estimatedPersons: z.union([z.literal(''), typedNumber(0, 100_000_000)]),
    dataNow: text,
    consequences: text,
    measures: text,
    risk: z.enum(['', 'unlikely', 'likely', 'high']),
    notNotifiedBecause: text,
    toldNb: text,
    toldEn: text,
    notToldBecause: text,
  }),
  z.object({
    act: z.literal('sent'),
    complete: z.enum(['yes', 'no']),
    reference: z.string().max(100).default(''),
    lateBecause: text,
  }),
  z.object({ act: z.literal('letters') }),
  z.object({ act: z.literal('close') }),
])

type Asked = ActionFunctionArgs['context']
type Wanted = z.output<typeof form>
type By = NonNullable<Awaited<ReturnType<typeof draftNotice>>>['by']

export async function actOnBreach(context: Asked, id: string, wanted: Wanted, by: By) {
  const legal = asking(context, 'legal_obligation')
  const at = now()
  switch (wanted.act) {
    case 'find': {
      const [from, until] = [await osloMoment(legal, wanted.from), await osloMoment(legal, wanted.until, 'last')]
      const where = { staffUserId: wanted.staff || undefined, recipient: wanted.recipient || undefined, table: wanted.table }
      const look = { breachId: id, source: wanted.source, from, until, ...where }
      return drawAffected({ legal, security: asking(context, 'security') }, at, look, inventory)
    }
    case 'assess': {
      const { estimatedPersons, risk, ...texts } = wanted
      return assess(legal, id, {
        ...texts,
        estimatedPersons: estimatedPersons === '' ? null : estimatedPersons,
        risk: risk || null,
      })
    }
    case 'sent':
      return notify(legal, at, { ...wanted, breachId: id, complete: wanted.complete === 'yes' }, by)
    case 'letters':
      return askForLetters(legal, id)
    case 'close':
      return closeBreach(legal, at, id)
  }
}

/** Why it could not be done, beside its field. */
export const why: Readonly<Record<string, string>> = {
  'ends before it begins': 'Slutten kan ikke komme før begynnelsen.',
  'no such table': 'Velg en av listene.',
  'no such recipient': 'Velg en mottaker i listen, eller alle.',
  'no such colleague': 'Velg en ansatt i listen, eller alle.',
  closed: 'Avviket er lukket.',
  'only without risk': 'Er det en risiko, må det meldes. En grunn til å la være gjelder bare når risiko er usannsynlig.',
  'say why it is late': 'Fristen på 72 timer er ute. Skriv hvorfor meldingen kommer for sent.',
  'risk is not assessed': 'Vurder risikoen før du sender den endelige meldingen.',
  'say it plainly': 'Skriv til de berørte i klart språk, på begge språk, og fyll ut følger og tiltak.',
  'nobody is found': 'Finn de berørte først.',
  'something is missing': 'Noe mangler før avviket kan lukkes.',
  'national identity number': 'Teksten ser ut til å inneholde et fødselsnummer. Skriv den om uten.',
  'payment card number': 'Teksten ser ut til å inneholde et kortnummer. Skriv den om uten.',
  'special category': 'Teksten ser ut til å si noe om helse, tro eller annet som vernes særskilt. Skriv den om uten.',
}
