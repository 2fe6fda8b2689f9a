import { KEPT_DAYS } from '../../../cloudfunctions/domain/audit/days'
import { ENDINGS, periodText } from '../../../cloudfunctions/stores/retention'
import { questionOf } from '../../../miniprogram/packages/account/pages/consent/question'
import { questionOf as leaving } from '../../../miniprogram/packages/account/pages/my-data/my-data-view'
import { POLICY_TEXTS } from '../../../miniprogram/packages/account/pages/policy/texts'

/** What citizens are promised about periods is what the scheduler keeps to. */

const privacy = POLICY_TEXTS.privacy.parts.flatMap(({ lines }) => lines).join('\n')
const period = (name: keyof typeof ENDINGS) => periodText(ENDINGS[name].afterMs)

test('the privacy policy states the periods of stores/retention.ts', () => {
  for (const words of [
    `草稿：最后一次改动后 ${period('lapsedDrafts')}`,
    `送达后 ${period('deliveredBytes')}从这里删除`,
    `办件的记录：办结后 ${period('overCases')}`,
    `消息：${period('messages')}`,
    `解除绑定：${period('formerOwners')}后全部删除`,
    `留 ${KEPT_DAYS} 天`,
  ]) {
    expect(privacy).toContain(words)
  }
  expect(ENDINGS.lostCases.afterMs).toBeGreaterThan(ENDINGS.overCases.afterMs)
})

test('so do the consent to sensitive data, and the page that asks for it', () => {
  const full = POLICY_TEXTS.sensitive.parts.flatMap(({ lines }) => lines).join('\n')
  expect(full).toContain(`${period('deliveredBytes')}从这里删除`)
  const asked = questionOf(['sensitive']).lines.map(({ text }) => text)
  expect(asked.join('\n')).toContain(`文件送达后 ${period('deliveredBytes')}删除，草稿 ${period('lapsedDrafts')}`)
})

test('what stays when somebody leaves is said with its days', () => {
  const lines = leaving('leave', {}, 0).lines.map(({ text }) => text)
  expect(lines.join('\n')).toContain(`操作日志按法律留 ${KEPT_DAYS} 天`)
})

test('sensitive data is asked for by itself', () => {
  expect(questionOf(['privacy', 'agreement']).lines).toEqual([])
  expect(questionOf(['privacy', 'agreement']).note).not.toContain('敏感')
})
