import { run } from './installed.mjs'

run('samples/supplier/run.ts')
