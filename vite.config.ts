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
      resolve: { noExternal: ['react', 'react-dom', 'react-router', '@react-router/node'] },
      build: { rolldownOptions: { input: './src/server.ts' } },
    },
  },
})
