/**
 * Forms in, problems out: reading what a person typed, screening it, and saying no so that both people and programs understand.
 */
export { tooLarge } from './too-large.ts'
export { problemDetails, type Problem } from './problem-details.ts'
export { postedForm, readForm, type FormRead } from './read-form.ts'
export { listAddress } from './list-address.ts'
export { readListQuery } from './read-list-query.ts'
export { screenFreeText, type Unlawful } from './screen-free-text.ts'
export { typedDay, typedMoment, typedNumber, typedText, typedVersion } from './typed-field.ts'
export { wholeNumber } from './whole-number.ts'
export { writtenProblem } from './written-problem.ts'
