import type { Config } from '@react-router/dev/config'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export default {
  appDirectory: 'src',
  // Two builds at once need two folders: the tests' own is named by ORDHOLDEN_BUILD.
  buildDirectory: process.env.ORDHOLDEN_BUILD || 'build',
  // The desk knows all its routes at once: nothing is asked for behind the reader's back.
  routeDiscovery: { mode: 'initial' },
  // Stylesheets and scripts are packed once, here, and not at every request.
  buildEnd: ({ reactRouterConfig }) => {
    const folder = join(reactRouterConfig.buildDirectory, 'client/assets')
    for (const name of globSync('*.{css,js,svg}', { cwd: folder })) {
      const content = readFileSync(join(folder, name))
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
    }
  },
} satisfies Config
