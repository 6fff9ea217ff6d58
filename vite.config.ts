import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  build: { assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 300 },
  environments: {
    client: {
      build: {
        // A page may name its room's front door: what it does not use of the room stays on the server.
        rolldownOptions: { treeshake: { moduleSideEffects: (id: string) => /\.css|entry\.client/.test(id) } },
      },
    },
    ssr: {
      // React is built in, so that it is the production one whatever NODE_ENV the server is started with.
      define: { 'process.env.NODE_ENV': '"production"' },
      // What has many modules is built in too: a start that finds them one by one takes twice the time.
      resolve: {
        noExternal: [
          'react',
          'react-dom',
          'react-router',
          '@react-router/node',
          '@remix-run/route-pattern',
          'kysely',
          'zod',
          'jose',
          'qrcode',
          'pngjs',
          'hono',
          '@hono/node-server',
          'better-auth',
          'better-call',
          /^@better-auth\//,
          /^@noble\//,
        ],
      },
      build: { rolldownOptions: { input: './src/server.ts' } },
    },
  },
})
