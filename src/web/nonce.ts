import { createContext as createReactContext } from 'react'
import { createContext } from 'react-router'

/** One random word per answer of the desk: scripts without it do not run. Empty where no script runs at all. */
export const nonceContext = createContext('')

/** The same word, inside the rendered page. */
export const NonceContext = createReactContext('')
