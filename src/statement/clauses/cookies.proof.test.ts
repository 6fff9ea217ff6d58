import { beforeEach, describe } from 'vitest'
import { choiceText } from '#cookies'
import { noIsAsEasyAsYes, withdrawnInOneAction } from './cookies.ts'
import { proving } from './proving.ts'

/** A site that asks as it should, but for what a mutation makes it do. */
const asItShould = { barFor: 'whoever has not answered', noButton: 'data-variant="secondary"', turns: true, measures: false }
let site = { ...asItShould }
beforeEach(() => void (site = { ...asItShould }))

async function visit(path: string, request: RequestInit = {}): Promise<Response> {
  const headers = new Headers(request.headers)
  if (path === '/valg') {
    const answer = (request.body as URLSearchParams).get('answer')
    return new Response(null, { status: 303, headers: { 'Set-Cookie': `ordholden.choice=${answer}.12345678; Path=/; HttpOnly` } })
  }
  const answer = headers.get('cookie')?.match(/=(yes|no)\./)?.[1]
  const asked = site.barFor === 'everybody' || (answer === undefined && headers.get('sec-gpc') !== '1')
  return new Response(
    `<h1>Side</h1>${asked ? bar() : ''}${answer && site.turns ? foot(answer) : ''}${site.measures ? '<script src="/b.js"></script>' : ''}`,
  )
}

function bar(): string {
  const { no, yes } = choiceText.nb
  const button = (look: string, value: string, said: string) =>
    `<button class="ds-button" ${look} name="answer" value="${value}">${said}</button>`
  return `<form class="choice-bar">${button(site.noButton, 'no', no)}${button(asItShould.noButton, 'yes', yes)}</form>`
}

function foot(answer: string): string {
  return `<input type="hidden" name="place" value="foot"/><button name="answer" value="${answer === 'yes' ? 'no' : 'yes'}">Snu</button>`
}

const { mutation } = proving(visit)
const receipt = `insert into core.choice_text values (encode(sha256('Kan vi?'), 'hex'), 'nb', 'Kan vi?', '2026-11-22T10:00:00Z');
  insert into core.choice_receipt values (gen_random_uuid(), 'no', 'bar', encode(sha256('Kan vi?'), 'hex'), '2026-11-22T10:00:00Z')`

describe('section 2.4, the choice', () => {
  mutation(noIsAsEasyAsYes, 'the two buttons are alike', 'no is made paler than yes', async () => {
    site.noButton = 'data-variant="tertiary"'
  })
  mutation(noIsAsEasyAsYes, 'the two buttons are alike', 'a browser that says no is asked all the same', async () => {
    site.barFor = 'everybody'
  })
  mutation(
    noIsAsEasyAsYes,
    'receipts hold nothing of the visitor',
    'a receipt gets the address',
    'alter table core.choice_receipt add column address inet',
  )
  mutation(
    noIsAsEasyAsYes,
    'each receipt has its text',
    'the text is changed afterwards',
    `${receipt}; update core.choice_text set text = 'Du vil vel?'`,
  )
  mutation(withdrawnInOneAction, 'one button takes the yes back', 'the foot has no button', async () => {
    site.turns = false
  })
  mutation(withdrawnInOneAction, 'one button takes the yes back', 'the page measures on after a no', async () => {
    site.measures = true
  })
})
