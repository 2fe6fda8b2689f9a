export interface PageAddress {
  path: string
  query: Record<string, string>
}

/** Splits a page url; relative ones count from the page that shows.. */
export function parsePageUrl(url: string, currentPath: string): PageAddress {
  const [path = '', search = ''] = url.split('?')
  const absolute = path.startsWith('/') ? path : new URL(path, `http://page/${currentPath}`).pathname
  return { path: absolute.replace(/^\//, ''), query: parseQuery(search) }
}

/** WeChat hands the values to onLoad as they were written: a page that encodes must decode. */
function parseQuery(search: string): Record<string, string> {
  const pairs = search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    })
  return Object.fromEntries(pairs) as Record<string, string>
}

export function formatQuery(query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
