/** WXS is not JavaScript: it has these globals, and its `constructor` is the name of a type. */
export function installWxsGlobals(): void {
  globalThis.getRegExp = (pattern, flags) => new RegExp(pattern, flags)
  globalThis.getDate = (...parts) =>
    parts.length === 0 ? new Date() : new Date(...(parts as [number, number, ...number[]]))
  globalThis.wxsTypeName = (value) =>
    value === null || value === undefined ? undefined : Object.prototype.toString.call(value).slice(8, -1)
}
