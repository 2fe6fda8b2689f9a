/** A problem beside its label, which is not said twice; the field itself says it in full. @param code of the problem */
export function inShort(message: string, code: string): string {
  if (code !== 'required') return message
  if (message.startsWith('请填写')) return '还没有填'
  return message.startsWith('请选择') ? '还没有选' : message
}
