import { run } from './installed.mjs'

// npm run bench -- NAME --json
run(`bench/${process.argv[2]}.ts`, process.argv.slice(3))
