/**
 * Forms in, problems out: reading what a person typed, screening it, and saying no so that both people and programs understand.
 */
export { again, saidNo } from './again.ts'
export { idInAddress } from './id-in-address.ts'
export { tooLarge } from './too-large.ts'
export { problemDetails, type Problem } from './problem-details.ts'
export { postedForm, readForm } from './read-form.ts'
export { listAddress } from './list-address.ts'
export { readListQuery } from './read-list-query.ts'
export { screenFreeText, type Unlawful, unlawfulNumber } from './screen-free-text.ts'
export { typedDay, typedEmail, typedMoment, typedNumber, typedPhone, typedText, typedVersion } from './typed-field.ts'
export { wholeNumber } from './whole-number.ts'
export { writtenProblem } from './written-problem.ts'
