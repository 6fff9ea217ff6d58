import { run } from './installed.mjs'

// npm run restore -- FILE
run('src/commands/restore.ts')
