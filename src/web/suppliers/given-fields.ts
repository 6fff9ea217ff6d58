type Texts = Readonly<Record<string, string>>

export type GivenField = { readonly field: string; readonly reason: string; readonly known: boolean }

/** The lines of fields as they were typed, the empty ones too: the page shows them where they stood. */
export function typedFields(typed: Texts): readonly GivenField[] {
  const lines = Object.keys(typed).flatMap((name) => /^field\.(\d{1,2})$/.exec(name)?.[1] ?? [])
  return Array.from({ length: Math.max(0, ...lines.map((at) => Number(at) + 1)) }, (_, at) => ({
    field: typed[`field.${at}`] ?? '',
    reason: (typed[`reason.${at}`] ?? '').trim(),
    known: `known.${at}` in typed,
  }))
}

/** Those that were filled in. */
export function givenFields(lines: readonly GivenField[]): readonly GivenField[] {
  return lines.filter(({ field, reason }) => field !== '' || reason !== '')
}

/** What is wrong with them, by the field it stands in. Whoever holds something must be able to tell whom a deletion is about. */
export function fieldsProblems(lines: readonly GivenField[], holds: string | undefined): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const [at, { field, reason }] of lines.entries()) {
    if (field === '' && reason === '') continue
    if (field === '') problems[`field.${at}`] = 'Velg feltet grunnen gjelder.'
    else if (lines.findIndex((line) => line.field === field) < at) problems[`field.${at}`] = 'Feltet står på en linje over også.'
    if (reason.length < 3) problems[`reason.${at}`] = 'Skriv hvorfor de får det. Uten grunn, uten felt.'
    if (reason.length > 300) problems[`reason.${at}`] = 'Grunnen er for lang: høyst 300 tegn.'
  }
  const given = givenFields(lines)
  const holdsSomething = holds === 'everybody' || (holds === 'transferred' && given.length > 0)
  if (holdsSomething && !given.some(({ known }) => known))
    problems.fields = 'Kryss av minst ett felt de kjenner igjen folk på. Ellers kan de ikke slette noen når vi ber om det.'
  return problems
}
