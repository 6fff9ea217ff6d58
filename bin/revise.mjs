import { run } from './installed.mjs'

// npm run revise [-- --from YYYY-MM-DD --summary-nb "…" --summary-en "…" [--editorial] [--because "…"]]
run('src/commands/revise.ts')
