import { run } from './installed.mjs'

run('src/commands/types.ts')
