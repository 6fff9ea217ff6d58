import type { Language } from '#languages'
import { ReceiptNotice } from './receipt-notice.tsx'

/** A claim that was filed from my page: its number, its receipt, and the last day where somebody must answer. */
export type FiledClaim = { readonly number?: string; readonly receipt: string; readonly due?: string }

type Props = FiledClaim & { readonly title: string; readonly language: Language; readonly children: React.ReactNode }

export function Filed({ number, receipt, title, language, children }: Props) {
  return (
    <ReceiptNotice title={title} href={`/min-side/kvittering/${receipt}`} language={language}>
      {children}
      {number && <p className="figures">{caseWord[language](number)}</p>}
    </ReceiptNotice>
  )
}

const caseWord = {
  nb: (number: string) => `Saken heter ${number}.`,
  en: (number: string) => `The case is called ${number}.`,
}
