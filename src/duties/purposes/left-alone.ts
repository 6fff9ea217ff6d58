import { refuse, type Refusal } from '#refusal'
import { leftAloneCode } from './guard.ts'

/** The database would not write about whoever a stop hides (decision 0069). */
export function isLeftAlone(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === leftAloneCode
}

/** The act, or what the database said no to, as a value for its form: nothing of the act is written. */
export async function orLeftAlone<Answer>(act: Promise<Answer>, field?: string): Promise<Answer | Refusal<'left alone'>> {
  try {
    return await act
  } catch (error) {
    if (isLeftAlone(error)) return refuse('left alone', field)
    throw error
  }
}
