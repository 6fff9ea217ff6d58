/**
 * What customers have ordered: every order grows out of an accepted quote (or an old ledger), is delivered, and is invoiced.
 * Keeps: registration.the-relationship-is-trade, consent.no-purchase-creates-one.
 */
export { customerSince } from './customer-since.ts'
export { cancelOrder } from './cancel-order.ts'
export { deliverOrder } from './deliver-order.ts'
export { documentNumber } from './document-number.ts'
export { oneOrder } from './one-order.ts'
export { may, stateOf, stateWords, type State } from './order.ts'
export { orderList, ordersWaiting } from './order-list.ts'
export { ordersTables } from './personal-data.ts'
export { lineOf, lineRow, type OrderedLine } from './order-line.ts'
export { knownAddress, placeOrder, type Order } from './place-order.ts'
