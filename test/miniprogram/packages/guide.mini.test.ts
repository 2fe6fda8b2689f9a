import { COMMITMENT_LABEL, type Commitment } from '../../../miniprogram/shared/domain/commitment'
import { refuse } from '../../support/gateway'
import { phone } from '../../support/phone'
import { FORM, GUIDE, MATTER_PAGE, PHOTO, SOURCES } from '../fixtures'
import { gateway, openGuide, prepareGuide, unfold } from './guide-page'

prepareGuide()

const NOTICE = {
  url: 'http://127.0.0.1:9/none.pdf',
  expiresAt: '2026-11-02T12:10:00+08:00',
  fileName: '护士执业注册一次性告知单.pdf',
  pages: 1,
}

test('one call brings limits, conditions, materials, law, fee and address', async () => {
  const page = await openGuide()
  await page.untilText('开始办理')
  expect(gateway.calls.map(({ action, input }) => ({ action, input }))).toEqual([
    { action: 'matter.open', input: { matterId: 'SX-NURSE' } },
  ])
  expect(page.text).toContain('多久办好10 个工作日法定 20 个收费不收费证照有效5 年')
  expect(page.text).not.toContain('护士执业，应当经执业注册')
  await unfold(page)
  for (const text of ['10 个工作日', '20 个工作日', '不收费', '高新区政务服务大厅 3 号窗口', '近期免冠照片', '必交']) {
    expect(page.text).toContain(text)
  }
  expect(page.text).toContain('《护士条例》第七条：护士执业，应当经执业注册取得护士执业证书。')
  expect(page.text).toContain('单个不超过 2 MB')
  expect(page.text).toContain('以窗口为准')
})

test('how often one comes, the kind of case, the code, the originals and the window, where the provider says so', async () => {
  const bare = await openGuide()
  await bare.untilText('开始办理')
  await unfold(bare)
  for (const label of ['到现场次数', '办件类型', '实施编码', '纸质件']) expect(bare.text).not.toContain(label)
  expect(bare.find('.office-window').has('.map')).toBe(false)

  const guide = {
    ...GUIDE,
    visits: 1,
    caseType: '承诺件',
    listCode: 'XUGOU1',
    position: { latitude: 39.08, longitude: 117.1 },
  }
  const materials = { ok: true, value: [FORM, { ...PHOTO, documentForm: '原件', paperCopies: 1 }] } as const
  gateway.handlers = { 'matter.open': () => ({ ...MATTER_PAGE, guide, materials }) }
  const page = await openGuide()
  await page.untilText('开始办理')
  await unfold(page)
  for (const text of [
    '最多 1 次',
    '承诺件',
    'XUGOU1',
    '原件，纸质 1 份',
    '“纸质”份数的 1 项',
    '再把纸质件和要核对的原件交到办理窗口',
  ]) {
    expect(page.text).toContain(text)
  }
  await page.find('.office-window').tap('.map')
  await page.until(() => phone.opened.length > 0, 'the map')
  await page.find('.office-window').tap('.dial')
  expect(phone.called).toEqual([GUIDE.phone])

  gateway.handlers = { 'matter.open': () => ({ ...MATTER_PAGE, guide: { ...guide, visits: 0 } }) }
  const online = await openGuide()
  await online.untilText('不用到现场')
})

test('each fact says what it stands on; the words are explained once; contact facts are not marked', async () => {
  const page = await openGuide()
  await page.untilText('开始办理')
  await unfold(page)
  for (const text of [
    '法规原文（护士条例第七条）',
    '法规原文（护士条例第八条）',
    '通行做法，以窗口为准',
    '首次注册时',
    '法定时限 7 个工作日',
    '依据：公开转载，以窗口为准（护士执业注册管理办法）',
    '依据法律、法规、规章的条文，已对照原文。',
    '没有找到明文规定，是通常的做法，办理时以窗口为准。',
  ]) {
    expect(page.text).toContain(text)
  }
  // Nothing here was confirmed by the office: its word is not explained.
  expect(page.text).not.toContain('窗口已确认')
})

test('a source that all lines share is said once', async () => {
  const law = { level: 'law', basis: '护士条例第七条' } as const
  const guide = { ...GUIDE, conditions: ['条件甲', '条件乙', '条件丙'] }
  gateway.handlers = {
    'matter.open': () => ({ ...MATTER_PAGE, guide, sources: { ...SOURCES, conditions: [law, law, law] } }),
  }
  const page = await openGuide()
  await page.untilText('开始办理')
  await unfold(page)
  expect(page.text).toContain('条件丙')
  expect(page.text.split('法规原文（护士条例第七条）')).toHaveLength(2)
  expect(page.text).toContain('以上内容：法规原文（护士条例第七条）')
})

test('a limit without a text is no 法定时限, and what the provider promises is no usual practice', async () => {
  gateway.handlers['matter.open'] = () => ({
    ...MATTER_PAGE,
    sources: { ...SOURCES, statutoryLimit: { level: 'practice' } },
  })
  const page = await openGuide()
  await page.untilText('开始办理')
  await unfold(page)
  expect(page.text).toContain('通常时限')
  expect(page.find('.limits-help').node.data['words']).toEqual(['承诺时限', '通常时限'])
  expect(page.text).not.toMatch(/法定时限20 个工作日|承诺时限\s*10 个工作日\s*通行做法/)
})

test('容缺受理, 告知承诺 and 承诺审批 are three lines, of those that the matter has', async () => {
  const photo = [{ materialId: 'CL-PHOTO', name: '近期免冠照片' }]
  const tolerance = { kind: 'tolerance', days: 18, materials: photo } as const
  const notice = { kind: 'noticeCommitment', days: 60, relief: '制度不用在申请时提交' } as const
  const approval = { kind: 'promiseApproval', days: 60, materials: photo } as const
  const said: readonly (readonly [Commitment, string])[] = [
    [
      tolerance,
      '容缺受理：暂时缺少《近期免冠照片》的，签承诺书后可以先受理，受理后 18 个工作日内补交，补齐后窗口才作出决定。逾期没有补交的，窗口可能退回申请，或者不予许可。',
    ],
    [
      notice,
      '告知承诺：办理情形里可以选择。签承诺书保证符合条件，制度不用在申请时提交，取得许可证后 60 日内备齐待查。承诺不实，或者到期核查不符合条件的，撤销许可并记入信用记录。',
    ],
    [
      approval,
      '承诺审批：暂时缺少《近期免冠照片》的，签承诺书后窗口先作出决定，承诺之日起 60 个工作日内补齐。逾期没有补齐的，撤销已作出的决定并记入信用记录。',
    ],
  ]
  for (const chosen of [[], ...said.map((one) => [one]), said]) {
    gateway.handlers['matter.open'] = () => ({ ...MATTER_PAGE, commitments: chosen.map(([commitment]) => commitment) })
    const page = await openGuide()
    await page.untilText('开始办理')
    await unfold(page)
    for (const one of said) expect(page.text.includes(one[1])).toBe(chosen.includes(one))
    expect(page.text.includes('容缺和承诺')).toBe(chosen.length > 0)
    const kinds = chosen.map(([{ kind }]) => COMMITMENT_LABEL[kind])
    expect(page.find('.materials-help').node.data['words']).toEqual(kinds)
  }
})

test('frequent questions are one row; each opens by itself, with what its answer stands on', async () => {
  const page = await openGuide()
  await page.untilText('常见问题')
  expect(page.text).not.toContain('多久能办好？')
  await page.find('.questions').tap('.fold')
  expect(page.text).toContain('多久能办好？')
  expect(page.text).not.toContain('等您补正的时间不算')
  const [how] = page.all('.question').filter(({ text }) => text.includes('多久能办好'))
  await how?.tap('.fold')
  expect(page.text).toMatch(/承诺时限是10 个工作日。等您补正的时间不算。\s*市一网通/)
})

test('the one-page notice is made and opened; a failure says so beside the button', async () => {
  gateway.handlers['matter.notice'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  const page = await openGuide()
  await page.untilText('告知单')
  await page.tap('.to-notice')
  await page.until(() => page.has('.notice-failure'), 'the failure')
  gateway.handlers['matter.notice'] = () => NOTICE
  await page.emit('.notice-failure', 'retry', {})
  await page.until(() => phone.modals.length > 0, 'what became of the file')
  // The gateway of this test holds no such file: the page says that the notice exists all the same.
  expect(phone.modals[0]?.title).toBe('告知单没有打开')
  expect(page.has('.notice-failure')).toBe(false)
})

test('the guide can be shared, without anything of the citizen in it', async () => {
  const page = await openGuide()
  await page.untilText('开始办理')
  const { onShareAppMessage } = page.node.instance as { readonly onShareAppMessage?: () => unknown }
  expect(onShareAppMessage?.call(page.node.instance)).toEqual({
    title: '护士执业注册指南',
    path: '/packages/matter/pages/guide/guide?matterId=SX-NURSE',
  })
})

test('materials that did not come say so, and are never an empty list', async () => {
  gateway.handlers = {
    'matter.open': () => ({
      ...MATTER_PAGE,
      materials: { ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } },
    }),
  }
  const page = await openGuide()
  await page.untilText('申请材料没有取到')
  expect(page.text).toContain('10 个工作日')
  gateway.handlers = { 'matter.open': () => MATTER_PAGE }
  await page.emit('.part-failure', 'retry', {})
  await page.untilText('近期免冠照片')
})

test('a matter that does not exist, or a page without an id, says so', async () => {
  gateway.handlers = { 'matter.open': () => refuse({ code: 'NOT_FOUND', retryable: false }) }
  const gone = await openGuide()
  await gone.untilText('没有找到这项内容')
  const empty = await openGuide({})
  await empty.untilText('没有找到这项内容')
  expect(gateway.calls.filter(({ action }) => action === 'matter.open')).toHaveLength(1)
})
