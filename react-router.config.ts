import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'src',
  buildDirectory: 'build',
  // The desk knows all its routes at once: nothing is asked for behind the reader's back.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
