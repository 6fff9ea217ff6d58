import { run } from './installed.mjs'

run('src/commands/start.ts')
