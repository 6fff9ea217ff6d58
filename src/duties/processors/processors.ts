/**
 * Who else handles the data, as what, for what, which fields, and where. The published list is this list, and whoever is
 * not on it can be sent nothing (promises 5-a … 5-k, X-10). Keeps: processors.the-list-is-the-registry.
 */
export { processor, processors, unregistered, type Processor } from './register.ts'
