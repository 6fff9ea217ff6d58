import { run } from './installed.mjs'

run('src/types.ts')
