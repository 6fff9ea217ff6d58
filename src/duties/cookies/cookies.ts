/**
 * What this site may store on a visitor's equipment, the filter that keeps it to that, and the visitor's choice about statistics:
 * how it is asked, remembered, obeyed and proved without knowing whose it was.
 * Keeps: cookies.complete-register, cookies.nothing-on-arrival, cookies.no-is-as-easy-as-yes.
 */
export { answers, choiceOf, googleAllowed, isAsked, rememberedAs, statisticsAllowed, type Answer, type Choice } from './choice.ts'
export { choiceSaid, choiceText, questions, type Question } from './choice-text.ts'
export { keepReceipt, places, type Place } from './keep-receipt.ts'
export { onlyRegistered, registered } from './only-registered.ts'
export { cookiesTables } from './personal-data.ts'
export { deviceStorage } from './register.ts'
