import { choiceSaid, choiceText, type Answer } from '#cookies'
import { footOf, formsIn, hasTag } from './forms-in.ts'

/** The form that asks, as a visitor who has not answered gets it. */
export function barIn(html: string): string | undefined {
  return html.match(/<form class="choice-bar".*?<\/form>/s)?.[0]
}

/** A difference between the two buttons in anything but what they say is a push; one more way to say no is none (promise 2.4-f). */
export function isEven(form: string): boolean {
  const buttons = [...form.matchAll(/<button([^>]*)>([^<]*)<\/button>/g)]
  const looks = buttons.map(([, attributes]) => attributes!.replace(/ value="(?:yes|no)"/, ''))
  const said = buttons.map(([, , words]) => words)
  const known = Object.values(choiceText).some(({ no, yes }) => said[0] === no && said[1] === yes)
  const more = buttons
    .slice(2)
    .every(([, attributes, words]) => / value="no"/.test(attributes!) && words === choiceText.nb.noAbroad)
  return buttons.length >= 2 && looks[0] === looks[1] && known && more && !/\b(?:checked|selected|autofocus)\b/.test(form)
}

/** In the foot there is one form that says the answer, says that it comes from the foot, and has the one button that turns it. */
export function canTurn(html: string, from: Answer, to: Answer): boolean {
  const forms = formsIn(footOf(html)).filter((form) => form.posts && /^(?:\/valg|\/en\/choice)$/.test(form.action))
  return (
    forms.length === 1 &&
    forms.every((form) => {
      const buttons = form.tags.filter(({ name }) => name === 'button')
      const said = Object.values(choiceSaid)
        .flatMap((each) => Object.values(each))
        .some((each) => form.words === `${each[from].said} ${each[from].turn}`)
      const place = hasTag(form, 'input', { name: 'place', value: 'foot' })
      return said && place && buttons.length === 1 && hasTag(form, 'button', { name: 'answer', value: to })
    })
  )
}
