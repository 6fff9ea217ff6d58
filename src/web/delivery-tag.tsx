import { Tag } from '#design'
import type { Delivery } from '#mail'

const words = {
  waiting: ['venter', 'warning'],
  local: ['ligger her', 'info'],
  sent: ['sendt', 'success'],
  failed: ['prøves igjen', 'danger'],
} as const satisfies Record<Delivery, readonly [string, string]>

/** What has become of a letter, as a word. */
export function DeliveryTag({ delivery }: { readonly delivery: Delivery }) {
  const [word, tone] = words[delivery]
  return (
    <Tag state={delivery} tone={tone}>
      {word}
    </Tag>
  )
}
