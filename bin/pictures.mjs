import { run } from './installed.mjs'

run('journeys/pictures.ts')
