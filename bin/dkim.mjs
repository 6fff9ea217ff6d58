import { run } from './installed.mjs'

run('src/dkim.ts')
