import { expect, it } from 'vitest'
import { isProblems, readTyped, typedFrom, typedOf, type Typed } from './typed-settings.ts'

const typed: Typed = {
  threshold: '10',
  public: false,
  script: true,
  google: false,
  campaigns: 'host-2026\njul',
  sites: [
    { host: 'gaver.example', pages: '/\n/blogg/*', asksFirst: true },
    { host: '', pages: ' ', asksFirst: false },
  ],
}

it('reads what was typed, and writes it back as it was', () => {
  const read = readTyped(typed)
  expect(read).toEqual({
    threshold: 10,
    public: false,
    script: true,
    google: false,
    campaigns: ['host-2026', 'jul'],
    sites: [{ host: 'gaver.example', pages: ['/', '/blogg/*'], asksFirst: true }],
  })
  expect(isProblems(read)).toBe(false)
  expect(typedFrom(read as never)).toEqual({ ...typed, sites: [typed.sites[0]] })
})

it('says beside each field what is wrong with it', () => {
  const wrong = {
    ...typed,
    threshold: '5',
    campaigns: 'Høst & jul',
    sites: [{ host: 'https://gaver.example/', pages: 'om-oss', asksFirst: false }],
  }
  const problems = readTyped(wrong)
  expect(isProblems(problems)).toBe(true)
  expect(Object.keys(problems).toSorted()).toEqual(['campaigns', 'host-0', 'pages-0', 'threshold'])
})

it('keeps each tick with its own site', () => {
  const form = new FormData()
  for (const host of ['a.example', 'b.example']) {
    form.append('host', host)
    form.append('pages', '/')
  }
  form.append('asks', '1')
  expect(typedOf(form).sites.map(({ asksFirst }) => asksFirst)).toEqual([false, true])
})
