import { run } from './installed.mjs'

run('bin/check.ts')
