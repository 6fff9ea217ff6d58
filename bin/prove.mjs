import { run } from './installed.mjs'

run('src/commands/prove.ts')
