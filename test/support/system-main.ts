import { startSystem } from './system'

/** Runs the system as a process of its own and tells the parent its addresses; ends when the parent lets go of it. */
async function main(): Promise<void> {
  const system = await startSystem()
  process.send?.({ gatewayUrl: system.cloud.url, deskUrl: `${system.provider.url}/desk` })
  process.once('disconnect', () => {
    void system.close().then(() => process.exit(0))
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`, () => process.exit(1))
})
