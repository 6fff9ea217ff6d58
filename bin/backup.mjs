import { run } from './installed.mjs'

// npm run backup [-- FILE]
run('src/commands/backup.ts')
