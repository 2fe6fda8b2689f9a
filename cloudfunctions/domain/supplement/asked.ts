import { type RequiredRound } from '../../one-network/mappers/supplements'
import { type AskedRound } from '../../stores/supplements'

/** A round as the provider asks for it (contract #22), as it is kept. */
export const toAskedRound = ({
  deadline = '',
  department = '',
  phone = '',
  noticeNo = '',
  note = '',
  items,
  ...round
}: RequiredRound): AskedRound => ({
  ...round,
  deadline,
  department,
  phone,
  noticeNo,
  note,
  items: items.map(({ formId = '', formVersion = '', ...item }) => ({ ...item, formId, formVersion })),
})
