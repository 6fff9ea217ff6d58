/**
 * What this site may store on a visitor's equipment, and the filter that keeps it to that.
 * Keeps: cookies.the-register-is-complete, cookies.nothing-before-a-choice.
 */
export { onlyRegistered, registered } from './only-registered.ts'
export { deviceStorage, type StoredItem } from './register.ts'
export { statisticsAllowed, statisticsChoice, statisticsCookie } from './statistics-choice.ts'
