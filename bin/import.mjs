import { run } from './installed.mjs'

// npm run import -- FILE
run('src/commands/import.ts')
