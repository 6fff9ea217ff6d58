/**
 * The only door out. Whatever leaves this machine names a recipient from the register, a purpose and the fields it takes
 * with it, and stands in the disclosure log (core.transfer) when it may have left.
 */
export { send, type Disclosure, type Recipient } from './send.ts'
