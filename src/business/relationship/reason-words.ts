import type { Language } from '#languages'
import type { Reason } from './end-relationship.ts'

/** Why it ended, as it stands beside the day. */
export const reasonWords: Readonly<Record<Reason, Readonly<Record<Language, string>>>> = {
  asked: { nb: 'etter ønske', en: 'as asked' },
  left_company: { nb: 'sluttet i firmaet', en: 'left the company' },
  company_gone: { nb: 'firmaet finnes ikke lenger', en: 'the company is no more' },
  inactive: { nb: '24 måneder uten noe mellom oss', en: '24 months with nothing between us' },
}
