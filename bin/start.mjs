import { run } from './installed.mjs'

run('src/start.ts')
