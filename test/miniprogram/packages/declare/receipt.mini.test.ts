import { refuse } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import { openPage } from '../../../support/simulate'
import { AS_PERSON } from '../../fixtures'
import { gateway, lastVisit, prepareReview, RECEIPT } from './review-page'

prepareReview()

describe('receipt', () => {
  const openReceipt = () => openPage('packages/declare/pages/receipt/receipt', { draftId: 'draft-1' })

  test('shows what was read back, and copies the number', async () => {
    gateway.handlers['declaration.outcome'] = () => ({
      account: AS_PERSON,
      version: 3,
      state: 'submitted',
      receipt: RECEIPT,
    })
    const page = await openReceipt()
    await page.untilText('提交成功')
    expect(page.text).toContain('GX202611020001')
    expect(page.text).toContain('签名和材料2 份都已送达')
    expect(page.text).toContain('2026年11月16日')
    await page.tap('.number__copy')
    expect(phone.clipboard).toBe('GX202611020001')
    await page.tap('.to-progress')
    expect(lastVisit()?.url).toBe('/packages/case/pages/progress/progress?caseNo=GX202611020001')
    await page.tap('.to-home')
    expect(lastVisit()?.url).toBe('/pages/home/home')
  })

  test('names the files that did not arrive', async () => {
    const receipt = { ...RECEIPT, delivered: 1, missing: ['照片.jpg'] }
    gateway.handlers['declaration.outcome'] = () => ({ account: AS_PERSON, version: 3, state: 'submitted', receipt })
    const page = await openReceipt()
    await page.untilText('已送达 1 份，共 2 份')
    expect(page.text).toContain('这些文件一网通还没有列出')
    expect(page.text).toContain('照片.jpg')
  })

  test('not confirmed yet: waits, and shows the receipt when it is', async () => {
    gateway.handlers['declaration.outcome'] = () => ({
      account: AS_PERSON,
      version: 3,
      state: 'confirming',
      since: '2026-11-02T12:10:00+08:00',
    })
    const page = await openReceipt()
    await page.untilText('正在确认提交结果')
    gateway.handlers['declaration.outcome'] = () => ({
      account: AS_PERSON,
      version: 3,
      state: 'submitted',
      receipt: RECEIPT,
    })
    await page.call('onCheckTap')
    await page.untilText('提交成功')
  })

  test.each(['BINDING_EXPIRED', 'NOT_BOUND'] as const)(
    '%s while it is asked: stays 结果确认中 with the way to log in, and asks again when she is back',
    async (code) => {
      gateway.handlers['declaration.outcome'] = () => ({
        account: AS_PERSON,
        version: 3,
        state: 'confirming',
        since: '2026-11-02T12:10:00+08:00',
      })
      const page = await openReceipt()
      await page.untilText('正在确认提交结果')
      gateway.handlers['declaration.outcome'] = () => refuse({ code, retryable: false })
      await page.call('onCheckTap')
      await page.untilText('登录以后会接着问')
      expect(page.text).not.toContain('会自动再问')
      await page.find('.confirming-notice').find('.confirming__login').tap('.failure-remedy')
      expect(phone.visits.at(-1)?.url).toContain('/bind/bind')
      gateway.handlers['declaration.outcome'] = () => ({
        account: AS_PERSON,
        version: 3,
        state: 'submitted',
        receipt: RECEIPT,
      })
      await page.call('onShow')
      await page.untilText('提交成功')
    },
  )
})
