/** 15 of [a-z0-9-], e.g. `mgx1k2p3-0a1b2c`: short enough to be read out; not a secret, so Math.random is enough. */
export function newId(): string {
  const random = Math.floor(Math.random() * 36 ** 6)
    .toString(36)
    .padStart(6, '0')
  return `${Date.now().toString(36)}-${random}`
}
