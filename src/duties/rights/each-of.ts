import { fixPerson, type For, type Subject } from '#purposes'

type Recorded = { readonly tx: For<'rights_handling'>; readonly records: readonly Subject[] }

/** Under rights_handling a transaction sees one person at a time; afterwards it is about the first again. */
export async function eachOf<Answer>({ tx, records }: Recorded, act: (record: Subject) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const record of records) {
    // Whoever is recorded once is fixed as they are held still.
    if (records.length > 1) await fixPerson(tx, record)
    answers.push(await act(record))
  }
  if (records.length > 1) await fixPerson(tx, records[0]!)
  return answers
}
