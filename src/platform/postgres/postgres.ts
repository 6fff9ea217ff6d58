/**
 * The database server shipped with the program, as a process of this machine: its cluster on disk, its port, started and
 * stopped. Speaks no SQL and loads nothing but what Node has, so it can be on its way before the rest of the program is.
 */
export { type Binaries, runner, shippedBinaries } from './binaries.ts'
export { isCluster, makeCluster } from './make-cluster.ts'
export { postmasterOf, stopPostmaster } from './postmaster.ts'
export { type Embedding, type Home, homeOf, rememberedPort, startServer, stopCluster, wakeServer } from './start-server.ts'
