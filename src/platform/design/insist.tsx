import { Field } from './field.tsx'

type Insisting = { readonly problems: Readonly<Record<string, string>>; readonly typed: Readonly<Record<string, string>> }

/** After a text was taken for something that must not be kept: where a member of staff answers for it. Nothing before that. */
export function Insist({ problems, typed }: Insisting) {
  if (!typed.why && !Object.values(problems).some((problem) => problem.startsWith('Dette ser ut'))) return null
  return (
    <Field
      name="why"
      label="Er det noe annet enn det ser ut som?"
      hint="Skriv hvorfor, så lagres teksten som den er. Grunnen og hvem du er, noteres."
      value={typed.why}
      maxLength={200}
    />
  )
}
