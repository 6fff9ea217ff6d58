import { daysAfter, writtenDay, type Day } from '#clock'
import type { Language } from '#languages'
import { dropReasons, measures, type DropReason, type Measure } from '../measure.ts'
import { withoutReferrer } from '../coarse.ts'
import type { Step } from '../period.ts'

const names = {
  nb: {
    language: new Intl.DisplayNames('nb', { type: 'language' }),
    region: new Intl.DisplayNames('nb', { type: 'region' }),
    desktop: 'Datamaskin',
    mobile: 'Mobil',
    tablet: 'Nettbrett',
    other: 'Annet',
    direct: 'Skrev adressen, eller ukjent',
  },
  en: {
    language: new Intl.DisplayNames('en', { type: 'language' }),
    region: new Intl.DisplayNames('en', { type: 'region' }),
    desktop: 'Computer',
    mobile: 'Phone',
    tablet: 'Tablet',
    other: 'Other',
    direct: 'Typed the address, or unknown',
  },
} as const

/** A counted value as people read it. Written on the server alone: browsers know other names for the same language. */
export function valueWord(measure: Measure, value: string, language: Language): string {
  const said = names[language]
  if (measure === 'dropped') return dropReasons[value as DropReason]?.[language] ?? value
  if (value === 'other') return said.other
  if (value === withoutReferrer) return said.direct
  if (measure === 'language' || measure === 'region') return capital(named(said[measure], value))
  if (measure === 'hour') return `${value}–${String((Number(value) + 1) % 24).padStart(2, '0')}`
  if (measure === 'device' && (value === 'desktop' || value === 'mobile' || value === 'tablet')) return said[value]
  return value
}

export function measureWord(measure: Measure, language: Language): string {
  return measures[measure][language]
}

const months = {
  nb: new Intl.DateTimeFormat('nb-NO', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
}

export function bucketWord(from: Day, step: Step, language: Language): string {
  if (step === 'month') return months[language].format(new Date(`${from}T12:00:00Z`))
  return step === 'day'
    ? writtenDay(from, language)
    : `${writtenDay(from, language)} – ${writtenDay(daysAfter(from, 6), language)}`
}

const figures = { nb: new Intl.NumberFormat('nb-NO'), en: new Intl.NumberFormat('en-GB') }

export function figure(n: number, language: Language): string {
  return figures[language].format(n)
}

function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code // well formed for us, and no code to the calendar of names
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
