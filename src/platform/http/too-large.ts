import { data } from 'react-router'

/** A form may be 1 MB; the server itself stops reading at 2 MB, whatever the sender said the length was. */
export const formLimit = 1_000_000

/** Thrown by readForm; the error page says how large a form may be. */
export function tooLarge() {
  return data(null, { status: 413, statusText: 'Content Too Large' })
}
