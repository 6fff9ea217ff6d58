import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readForm, screenFreeText, typedDay, typedMoment, typedNumber } from './http.ts'

const schema = z.object({
  email: z.email(),
  question: z.string().min(1).max(20),
  quantity: z.coerce.number().int().min(1).optional(),
})

function posted(fields: Record<string, string>, path = '/foresporsel') {
  return new Request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields) })
}

describe('a form', () => {
  it('is read with its text trimmed', async () => {
    const read = await readForm(posted({ email: 'kari@fjordbris.example ', question: ' Pris? ' }), schema)
    expect(read).toMatchObject({ ok: true, value: { email: 'kari@fjordbris.example', question: 'Pris?' } })
  })

  it('keeps what was typed and says what is wrong beside each field, in the language of the page', async () => {
    const typed = { email: 'kari', question: '', quantity: '0' }
    expect(await readForm(posted(typed), schema)).toEqual({
      ok: false,
      typed,
      problems: {
        email: 'Skriv en e-postadresse, for eksempel navn@firma.no.',
        question: 'Fyll ut dette feltet.',
        quantity: 'Tallet må være minst 1.',
      },
    })
    const english = await readForm(posted({ email: '', question: 'x'.repeat(21) }, '/en/inquiry'), schema)
    expect(english).toMatchObject({ problems: { question: 'Enter at most 20 characters.' } })
  })

  it('says that a field that was not sent is missing', async () => {
    expect(await readForm(posted({}), schema)).toMatchObject({
      ok: false,
      problems: { email: 'Fyll ut dette feltet.', question: 'Fyll ut dette feltet.' },
    })
  })

  it('says of a blank field that it is blank, and not how it should have been written', async () => {
    const strict = z.object({
      at: z.string().regex(/^\d{4}$/),
      why: z.string().min(10),
      mail: z.email(),
      kind: z.enum(['a', 'b']),
    })
    const blank = { at: '', why: ' ', mail: '', kind: '' }
    const missing = 'Fyll ut dette feltet.'
    expect(await readForm(posted(blank), strict)).toMatchObject({
      problems: { at: missing, why: missing, mail: missing, kind: missing },
    })
  })

  it('that holds a character no database keeps is refused beside the field, and a body that is no form is no mistake of ours', async () => {
    const typed = { email: 'kari@fjordbris.example', question: 'Pris\0?' }
    expect(await readForm(posted(typed), schema)).toEqual({
      ok: false,
      typed,
      problems: { question: 'Her står et tegn som ikke kan lagres. Skriv teksten på nytt.' },
    })
    const headers = { 'content-type': 'application/json' }
    const request = new Request('http://localhost/', { method: 'POST', body: '{}', headers })
    await expect(readForm(request, schema)).rejects.toMatchObject({ init: { status: 400 } })
  })

  it('takes days, times and numbers as people mean them', () => {
    const taken = (field: z.ZodType, typed: string[]) => typed.filter((text) => field.safeParse(text).success)
    expect(
      taken(typedDay, ['2028-02-29', '2027-02-29', '2026-02-31', '0000-01-01', '0026-11-30', '9999-12-31', '31.12.2026', '']),
    ).toEqual(['2028-02-29'])
    expect(
      taken(typedMoment, ['2026-11-24T10:15', '2026-13-45T99:99', '2026-11-24T24:00', '0000-01-01T00:00', '2026-11-24']),
    ).toEqual(['2026-11-24T10:15'])
    expect(taken(typedNumber(0, 90), ['0', '90', '-1', '91', '1e1', '0x10', '1.5', '', ' '])).toEqual(['0', '90'])
  })

  it('above 1 MB is refused before it is read', async () => {
    const request = new Request('http://localhost/', { method: 'POST', body: 'x', headers: { 'content-length': '1000001' } })
    await expect(readForm(request, schema)).rejects.toMatchObject({ init: { status: 413 } })
  })
})

describe('free text', () => {
  // Synthetic numbers of the tax authority's test series (month + 80) and the card networks' own test numbers.
  it.each([
    ['Fødselsnummeret mitt er 13097248022.', 'national identity number'],
    ['130972 48022', 'national identity number'],
    ['Kort: 4111 1111 1111 1111, takk', 'payment card number'],
    ['378282246310005', 'payment card number'],
  ])('that holds %s is refused', (text, reason) => {
    expect(screenFreeText(text)).toEqual({ refused: reason })
  })

  it.each([
    'Vi trenger 250 termokopper til 18.12.2026',
    'Org.nr. 310 456 705, konto 1503 80 12344',
    'Ring +47 912 34 567 eller 55 00 00 00',
    '13097248023',
    'Ordre 4111111111111112',
  ])('such as "%s" may be sent', (text) => {
    expect(screenFreeText(text)).toBeUndefined()
  })
})
