import { createContext as createReactContext } from 'react'
import { createContext } from 'react-router'

/** One random word per answer: scripts without it do not run. Set by the server, read by the renderer. */
export const nonceContext = createContext('')

/** The same word, inside the rendered page. */
export const NonceContext = createReactContext('')
