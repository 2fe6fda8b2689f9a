import { beijingDate } from '../clock'
import { defineFunction } from './define'

interface Request {
  readonly uscc?: string
  readonly name?: string
}

/** #10 企业用户信用信息查询: any enterprise, by its code, or else by its exact name. */
export const queryEnterpriseCredit = defineFunction<Request>(10, ({ platform }, { uscc, name }) => {
  const found = platform.creditRecords.find((record) =>
    uscc === undefined ? record.name === name : record.uscc === uscc,
  )
  if (found === undefined) return { foundFlag: '0', uscc: '', name: null, regStatus: '' }
  // The register is copied every night.
  return { foundFlag: '1', ...found, dataDate: beijingDate(platform.now() - 86_400_000) }
})
