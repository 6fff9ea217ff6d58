import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readForm, screenFreeText, typedDay, typedMoment, typedNumber, typedPhone } from './http.ts'

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

  it('says why an address with letters beyond ASCII is not taken, in the language of the page', async () => {
    const problemOf = async (email: string, path?: string) => {
      const read = await readForm(posted({ email, question: 'Pris?' }, path), schema)
      return read.ok ? undefined : read.problems.email
    }
    expect(await problemOf('kåre@fjelltopp.example')).toContain('æ, ø, å eller andre særtegn')
    expect(await problemOf('kåre@fjelltopp.example', '/en/inquiry')).toContain('such as æ, ø and å')
    expect(await problemOf('kare@fjelltopp')).toBe('Skriv en e-postadresse, for eksempel navn@firma.no.')
    expect(await problemOf("Ola.O'Brien+jul@Fjelltopp.example ")).toBeUndefined()
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
    const rung = [
      '912 34 567',
      '+47 912 34 567',
      '(+47) 55-00-00-00',
      '0047.55000000',
      '02800',
      '+1 555 0100 x12',
      '91234567 / 55000000',
      '',
    ]
    expect(
      taken(typedPhone, [...rung, 'abc', 'ring meg', '1234', '+', '91234567 Kari', '<b>91234567</b>', '13097248022a']),
    ).toEqual(rung)
    expect(taken(typedNumber(0, 90), ['0', '90', '-1', '91', '1e1', '0x10', '1.5', '', ' '])).toEqual(['0', '90'])
  })

  it('is refused an identity number or a card number in every field, but for what we wrote there ourselves', async () => {
    const any = z.object({ name: z.string(), note: z.string().default(''), token: z.string().default('') })
    const typed = { name: '130972 48022', note: '4111 1111 1111 1111', token: 'a13097248022bcdef0123456789abcdef0' }
    const refused = {
      name: 'Dette ser ut som et fødselsnummer. Ta det bort: vi får ikke lagre det.',
      note: 'Dette ser ut som et kortnummer. Ta det bort: vi får ikke lagre det.',
    }
    expect(await readForm(posted(typed), any)).toEqual({ ok: false, typed, problems: refused })
    expect(await readForm(posted(typed), any, 'by the act')).toMatchObject({ ok: true, value: typed })
    const ware = z.object({ sku: z.string() })
    expect(await readForm(posted({ sku: '4006381333931' }), ware)).toMatchObject({ ok: true })
    expect(await readForm(posted({ sku: typed.name }), ware)).toMatchObject({ problems: { sku: refused.name } })
    expect(await readForm(posted({ name: typed.name }, '/en/inquiry'), any)).toMatchObject({
      problems: { name: 'This looks like a national identity number. Please remove it: we may not keep it.' },
    })
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
    ['130972\n48022', 'national identity number'],
    ['130972 – 48022', 'national identity number'],
    ['130972_48022', 'national identity number'],
    ['13/09/72 48022', 'national identity number'],
    ['1 3 0 9 7 2 4 8 0 2 2', 'national identity number'],
    ['130972\u200b48022', 'national identity number'], // as copied from some pages
    ['53097210000', 'national identity number'], // a D-number
    ['4111\u20111111\u20111111\u20111111', 'payment card number'],
    ['13 09 72 480 22', 'national identity number'],
    ['Født 13.09.72-48022 i Bergen', 'national identity number'],
    ['13/09/72 48 022', 'national identity number'],
    ['13.09.1972, 48022', 'national identity number'],
    ['130972\t48022', 'national identity number'],
    ['1309\u200b72\u00a048022', 'national identity number'],
    ['１３０９７２４８０２２', 'national identity number'],
    ['Hei!\n\nTa med 250 kopper, tlf. 55 00 00 00, 130972 48022 er mitt.\n\nKari', 'national identity number'],
    ['ordre12 130972 48022', 'national identity number'],
    // Synthetic ones, with 80 or 40 added to the month, and D-numbers among them.
    ['13897248098', 'national identity number'],
    ['134972 48005', 'national identity number'],
    ['53897248081', 'national identity number'],
    ['534972-48260', 'national identity number'],
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
    'Antall: 100 250 500 1000 1500, levering uke 48',
    'Ordre 4111111111111112',
    'Levering 18.12.2026, 48022 stk',
  ])('such as "%s" may be sent', (text) => {
    expect(screenFreeText(text)).toBeUndefined()
  })
})
