import { expect, it } from 'vitest'
import { recogniseClaims } from './recognise-claims.ts'
import { strippedMail } from './stripped-mail.ts'

const claims = [
  ['Innsyn', 'Jeg vil ha innsyn i det dere har om meg.', ['access']],
  ['', 'Hva har dere lagret om meg?', ['access']],
  ['DSAR', 'Please send me a copy of my personal data.', ['access']],
  ['Slett meg', 'Hei, slett alt om meg.', ['erasure']],
  ['', 'Please delete my account.', ['erasure']],
  ['Feil adresse', 'Dere har feil adresse på meg.', ['rectification']],
  ['Protest', 'Jeg protesterer mot at dere lager statistikk av kjøpene mine.', ['objection']],
  ['Re: Novemberkampanje', 'slutt', ['withdrawal']],
  ['SV: Nyhetsbrev', 'STOPP', ['withdrawal']],
  ['unsubscribe', '', ['withdrawal']],
  ['', 'Jeg trekker tilbake samtykket mitt.', ['withdrawal']],
  ['', 'Ikke slett noe, jeg trenger opplysningene i en sak mot dere.', ['restriction']],
  ['', 'Jeg krever begrensning av behandlingen, og innsyn.', ['access', 'restriction']],
  ['', 'Slett meg, men begrens bruken til klagen min er avgjort.', ['erasure', 'restriction']],
  ['', 'Jeg ber om dataportabilitet.', ['portability']],
  ['', 'Hvordan bruker dere opplysninger om de som ringer?', ['question']],
  ['Hei', 'Kan dere ringe meg?', ['unclear']],
  ['', '', ['unclear']],
] as const

it.each(claims)('«%s» «%s» is %j', (subject, text, kinds) => {
  expect(recogniseClaims(subject, text)).toEqual(kinds)
})

it('keeps what the person wrote this time, and nothing of the chain, the signature, the copies or the telephone', () => {
  const text = [
    'Hei.',
    'Jeg vil ha innsyn.',
    '',
    'Kopi: sjef@firma.example',
    '',
    'Med vennlig hilsen',
    'Kari Nordmann',
    'Innkjøpsansvarlig · +47 912 34 567',
    '',
    'Den man. 23. nov. 2026 kl. 10:00 skrev NTC <post@ntcprofil.example>:',
    '> Vi har et tilbud til deg',
  ].join('\r\n')
  expect(strippedMail(text)).toBe('Hei.\nJeg vil ha innsyn.')
})

it.each([
  [
    'a chain in English',
    'Delete me.\n\nOn Mon, Nov 23, 2026 at 10:00 AM NTC <post@ntcprofil.example> wrote:\n> An offer',
    'Delete me.',
  ],
  [
    'a chain as Outlook makes it',
    'Slett meg.\n________________________________\nFra: NTC <post@ntcprofil.example>',
    'Slett meg.',
  ],
  ['a signature by RFC 3676', 'Slett meg.\n-- \nKari', 'Slett meg.'],
  ['a telephone’s advertisement', 'slutt\n\nSendt fra min iPhone', 'slutt'],
  [
    'a quote that is answered underneath',
    'Den man. 23. nov. 2026 kl. 10:00 skrev NTC <post@ntcprofil.example>:\n\n> Vi har et tilbud\n>> til deg\n\nSlett meg.\n> Kjøp\nNå.',
    'Slett meg.\nNå.',
  ],
  ['nothing but a quote', '> Vi har et tilbud', ''],
])('cuts %s', (_, text, kept) => {
  expect(strippedMail(text)).toBe(kept)
})
