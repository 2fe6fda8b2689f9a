/** A problem beside its label, which is not said twice; the field itself says it in full. @param code of the problem */
export function inShort(message: string, code: string): string {
  if (code !== 'required') return message
  if (message.startsWith('请填写')) return '还没有填'
  return message.startsWith('请选择') ? '还没有选' : message
}

/** What is to be done about a problem: an empty entry is filled in, a wrong one changed, a missing file brought. */
export type Remedy = '填' | '改' | '补'

/** How many problems of each kind there are: `2 处要填，1 处要改`. */
export function remedies(problems: readonly { readonly remedy: Remedy }[]): string {
  const kinds: readonly Remedy[] = ['填', '改', '补']
  const count = (kind: Remedy): number => problems.filter(({ remedy }) => remedy === kind).length
  return kinds
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} 处要${kind}`)
    .join('，')
}

/** @param code of a field's problem */
export const remedyOf = (code: string): Remedy => (code === 'required' ? '填' : '改')
