import { run } from './installed.mjs'

run('src/prove.ts')
