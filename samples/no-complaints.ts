import { afterEach, beforeEach, expect } from 'vitest'

// A complaint nobody expected is a failure, though every assertion held.
let complaints: unknown[][] = []
const complain = console.error

beforeEach(() => {
  complaints = []
  console.error = (...said) => complaints.push(said)
})

afterEach(() => {
  console.error = complain
  expect(complaints).toEqual([])
})
