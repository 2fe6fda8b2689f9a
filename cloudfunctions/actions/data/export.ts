import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { defineAction, MOVE_BUDGET_MS } from '../../kernel/define-action'
import { nothing } from '../../kernel/inputs'
import { requireIdentity } from '../../domain/account/identity'
import { collect } from '../../domain/own-data/collect'
import { packOwnData } from '../../domain/own-data/pack'
import { offerFile } from '../../domain/storage/offer'

/** All that is kept of the active identity, as a zip with a page to read and the same as JSON. */
export const exportData = defineAction(
  'data.export',
  nothing,
  async (_input, context) => {
    const active = await requireIdentity(context)
    const zip = await packOwnData(await collect(active, context.now()))
    const offered = await offerFile(zip, 'zip', { purpose: 'preview' }, active, context)
    return { ...offered, fileName: `我的数据-${toBeijingDate(context.now())}.zip`, bytes: zip.length }
  },
  MOVE_BUDGET_MS,
)
