import { run } from './installed.mjs'

run('src/commands/dkim.ts')
