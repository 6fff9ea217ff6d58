import { data } from 'react-router'
import type { Refusal } from '#refusal'

type Texts = Record<string, string>

/** The page once more: what is wrong beside which field (`act`: above the form), and what was typed. */
export function again(problems: Texts, typed: Texts) {
  return data({ problems, typed }, { status: 422 })
}

/** A rule's no in the page's words, beside the field it belongs to. */
export function saidNo({ refused, field }: Refusal, words: Readonly<Texts>, otherwise = 'act'): Texts {
  return { [field ?? otherwise]: words[refused] ?? refused }
}
