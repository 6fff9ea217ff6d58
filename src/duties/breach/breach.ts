/**
 * When data go astray: the register, the 72 hours, who was affected as our own logs tell it, the notice to the authority and
 * the letters to the people (GDPR art. 33 and 34, promises X-5, 4-i, 4-f, 5-g). Keeps: retention.breaches-are-reported.
 */
export { breachAt, breachRegister, type Breach } from './register.ts'
export { assess, type Assessed } from './assess.ts'
export { causes, causeWords, kindWords, riskWords, dueAt, hoursLeft, standingOf, type Standing } from './breach-words.ts'
export { closeBreach, missing } from './close-breach.ts'
export { drawAffected, type Look } from './draw-affected.ts'
export { tablesOfPersons } from './categories.ts'
export { affected, type Affected } from './affected.ts'
export { notification, type Notification } from './notification.ts'
export { written } from './written-notification.ts'
export { notify } from './notify.ts'
export { osloMoment } from './oslo-moment.ts'
export { registerBreach, type Reported } from './register-breach.ts'
export { unusualReading, type Unusual } from './unusual-reading.ts'
export { askForLetters, writeLetters } from './write-letters.ts'
