import { defineKind } from '../kind/define'
import { MISMATCH } from '../kind/kind'

/** A handwritten signature or seal: the ids of its stored pictures. */
export const kind = defineKind<readonly string[]>({
  title: '签名',
  ask: '请完成',
  mismatch: '请重新签名',
  read: (raw) => {
    if (!Array.isArray(raw)) return MISMATCH
    const ids = raw.filter((id): id is string => typeof id === 'string' && /^[\w-]{1,64}$/.test(id))
    if (ids.length !== raw.length) return MISMATCH
    return ids.length === 0 ? null : ids
  },
  check: (ids) => (ids.length > 5 ? [{ code: 'maxSelect', message: '最多保留 5 张签名或盖章图片' }] : []),
  show: () => '已签名',
  details: (ids) => ({ attachmentIds: ids }),
  control: () => ({ name: 'signature' }),
  shape: () => ({ kind: 'list' }),
  holdsFiles: true,
  // A picture does not fit into a cell.
  cell: null,
  example: () => ['signature-1'],
})
