import type { Config } from '@react-router/dev/config'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'

export default {
  appDirectory: 'src',
  // Two builds at once need two folders: the tests' own is named by ORDHOLDEN_BUILD.
  buildDirectory: process.env.ORDHOLDEN_BUILD || 'build',
  // The desk knows all its routes at once: nothing is asked for behind the reader's back.
  routeDiscovery: { mode: 'initial' },
  // Stylesheets and scripts are packed once, here, and not at every request.
  buildEnd: async ({ reactRouterConfig }) => {
    const client = join(reactRouterConfig.buildDirectory, 'client')
    await buildBeacon(client)
    for (const name of [...globSync('assets/*.{css,js,svg}', { cwd: client }), 'telling.js']) {
      const content = readFileSync(join(client, name))
      writeFileSync(join(client, `${name}.br`), brotliCompressSync(content))
      writeFileSync(join(client, `${name}.gz`), gzipSync(content, { level: 9 }))
    }
  },
} satisfies Config

/** The script that tells how long a page was open: one file, on its own, without anything of ours or others' in it. */
async function buildBeacon(outDir: string): Promise<void> {
  const lib = {
    entry: join(import.meta.dirname, 'beacon/telling.ts'),
    formats: ['iife' as const],
    name: 'telling',
    fileName: () => 'telling.js',
  }
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { lib, outDir, emptyOutDir: false, minify: true, target: 'es2020' },
  })
}
