import { beforeEach, describe } from 'vitest'
import { choiceSaid, choiceText } from '#cookies'
import { noIsAsEasyAsYes, withdrawnInOneAction } from './cookies.ts'
import { proving } from './proving.ts'

/** A site that asks as it should, but for what a mutation makes it do. */
const asItShould = {
  barFor: 'whoever has not answered',
  noButton: 'data-variant="secondary"',
  abroad: 'no',
  measures: false,
  /** What a mutation makes of the foot. */
  foot: (html: string) => html,
}
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
    `<h1>Side</h1>${asked ? bar() : ''}${answer ? site.foot(foot(answer as 'yes' | 'no')) : ''}${site.measures ? '<script src="/b.js"></script>' : ''}`,
  )
}

function bar(): string {
  const { no, yes } = choiceText.nb
  const button = (look: string, value: string, said: string) =>
    `<button class="ds-button" ${look} name="answer" value="${value}">${said}</button>`
  const abroad = `<button class="leave" lang="en" name="answer" value="${site.abroad}">${choiceText.nb.noAbroad}</button>`
  return `<form class="choice-bar">${button(site.noButton, 'no', no)}${button(asItShould.noButton, 'yes', yes)}${abroad}</form>`
}

// Attributes in another order than the page writes them: a page is what it does, not how it is spelled.
function foot(answer: 'yes' | 'no'): string {
  const { said, turn } = choiceSaid.own.nb[answer]
  const other = answer === 'yes' ? 'no' : 'yes'
  return `<footer><p>NTC</p><form action="/valg" method="post">${said} <input value="foot" name="place" type="hidden"/><button value="${other}" class="leave" name="answer">${turn}</button></form></footer>`
}

const { mutation } = proving(visit)
const receipt = `insert into core.choice_text values (encode(sha256('Kan vi?'), 'hex'), 'nb', 'Kan vi?', '2026-11-22T10:00:00Z');
  insert into core.choice_receipt values (gen_random_uuid(), 'no', 'bar', encode(sha256('Kan vi?'), 'hex'), '2026-11-22T10:00:00Z')`

describe('section 2.4, the choice', () => {
  mutation(noIsAsEasyAsYes, 'the two buttons are alike', 'no is made paler than yes', async () => {
    site.noButton = 'data-variant="tertiary"'
  })
  mutation(noIsAsEasyAsYes, 'the two buttons are alike', 'what says no in English says yes', async () => {
    site.abroad = 'yes'
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
  const button = /<button.*<\/button>/
  const elsewhere = (html: string) => `<form action="/valg" method="post">${button.exec(html)![0]}</form>`
  const feet: Readonly<Record<string, (html: string) => string>> = {
    'the foot is gone': () => '',
    'the foot has no button': (html) => html.replace(button, ''),
    'the button stands outside the form': (html) => html.replace(/(<button.*<\/button>)<\/form>/, '</form>$1'),
    'the button stands in another form': (html) => html.replace(button, '') + elsewhere(html),
    'the form stands outside the foot': (html) => html.replaceAll('footer', 'div'),
    'the button has another name': (html) => html.replace('name="answer"', 'name="reply"'),
    'the button asks for the same again': (html) =>
      html.replace(/value="(yes|no)"/, (_, to) => `value="${to === 'yes' ? 'no' : 'yes'}"`),
    'name and value stand on two tags': (html) =>
      html.replace('name="place"', '').replace('<button', '<input name="place" value="bar"/><button'),
    'the button is switched off': (html) => html.replace('<button', '<button disabled=""'),
    'the form leads elsewhere': (html) => html.replace('/valg', '/takk'),
    'the form only asks': (html) => html.replace('post', 'get'),
    'there is a question before the button': (html) =>
      html.replace('<button', '<button name="answer" value="later">Senere</button><button'),
    'the foot says something else than was answered': (html) => html.replace('sagt', 'ikke sagt'),
  }
  for (const [what, makes] of Object.entries(feet)) {
    mutation(withdrawnInOneAction, 'one button takes the yes back', what, async () => void (site.foot = makes))
  }
  mutation(withdrawnInOneAction, 'one button takes the yes back', 'the bar asks again after a no', async () => {
    site.barFor = 'everybody'
  })
  mutation(withdrawnInOneAction, 'one button takes the yes back', 'the page measures on after a no', async () => {
    site.measures = true
  })
})
