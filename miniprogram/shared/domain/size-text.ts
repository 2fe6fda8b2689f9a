/** Bytes as a person reads them: `850 KB`, `9.8 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return '不到 1 KB'
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  const megabytes = (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')
  return `${megabytes} MB`
}
