import { key, nobody, personalData } from '#personal-data'

// Nobody but the role that counts, and that role reads nothing about anybody.
const counters = {
  scope: 'local',
  read: ['web_statistics'],
  insert: ['web_statistics'],
  update: ['web_statistics'],
} as const

export const statisticsTables = [
  personalData('statistics.day_counter', { day: key, measure: key, value: key, n: nobody }, counters),
  personalData(
    'statistics.counter',
    { starts_on: key, measure: key, value: key, n: nobody },
    { scope: 'local', read: ['web_statistics'] },
  ),
]
