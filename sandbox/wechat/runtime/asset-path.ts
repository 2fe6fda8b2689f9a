import { temporaryFileUrl } from './wx/temporary-files'

/**
 * The address that a browser can load for a `src` in WXML: temporary files become blob addresses, paths inside the
 * mini-program become paths of the host's server (relative ones count from the component that names them).
 */
export function assetAddress(source: string, ownerPath: string): string {
  const temporary = temporaryFileUrl(source)
  if (temporary !== undefined) return temporary
  if (source === '' || /^(data:|blob:|https?:)/.test(source)) return source
  return source.startsWith('/') ? `/app${source}` : new URL(source, `${location.origin}/app/${ownerPath}`).pathname
}
