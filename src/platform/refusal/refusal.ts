/**
 * The rule said no: a value, shown in the form. Not found is a thrown response; our own mistakes are thrown errors.
 */
export type Refusal<Reason extends string = string> = {
  readonly refused: Reason
  /** The form field the reason belongs to, when it belongs to one. */
  readonly field?: string
}

export function refuse<const Reason extends string>(refused: Reason, field?: string): Refusal<Reason> {
  return field === undefined ? { refused } : { refused, field }
}

export function refused(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer
}
