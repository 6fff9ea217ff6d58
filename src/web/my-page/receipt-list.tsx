import type { Language } from '#languages'
import type { OwnReceipt } from './receipts.ts'
import { words } from './words.ts'

/** Receipts to download, each with what it proves. */
export function ReceiptList({ receipts, language }: { readonly receipts: readonly OwnReceipt[]; readonly language: Language }) {
  if (receipts.length === 0) return null
  return (
    <ul className="receipts">
      {receipts.map(({ id, what, when }) => (
        <li key={id}>
          {what}, <span className="soft figures">{when}</span>{' '}
          <a href={`/min-side/kvittering/${id}`}>
            {words[language].receipt}
            <span className="unseen">: {what}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
