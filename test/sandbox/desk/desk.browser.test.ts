import { eventually } from '../../support/browser'
import { caseToAccept, expectRefusal, listed, openCase, openDesk, page, prepareDesk, test } from './desk-page'

/** The desk as a window officer's page: found, ordered, read and decided, with a keyboard too. */

prepareDesk()

const focused = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '')
const focusedId = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '')
const count = (turn: string): Promise<string> => page.locator(`#count-${turn}`).innerText()
const untilListed = (isRight: (lines: string[]) => boolean): Promise<string[]> => eventually(listed, isRight)
const primary = (): Promise<string[]> => page.locator('#case .button.is-primary').allInnerTexts()
const said = (text: string): Promise<void> => page.locator('#message', { hasText: text }).waitFor()

describe('the list', () => {
  it('is searched by number, applicant and matter, wherever the case stands', async () => {
    const cases = test.provider.office.listCases()
    expect(await listed()).toHaveLength(cases.filter(({ turn }) => turn === 'office').length)
    const search = page.locator('#search')
    await search.fill('虞青禾 护士')
    await untilListed((lines) => lines.length > 0 && lines.every((line) => line.includes('虞青禾')))
    expect(await count('any')).toBe(String(cases.filter(({ applicant }) => applicant === '虞青禾').length))
    // One that is finished: not in 等窗口, but one key away.
    const over = cases.find(({ turn }) => turn === 'over')?.caseNo ?? ''
    await search.fill(over.toLowerCase())
    await untilListed((lines) => lines.length === 0)
    await page.getByRole('button', { name: '看其余 1 件' }).click()
    await untilListed((lines) => lines.length === 1)
    expect(await page.locator('#cases button').getAttribute('data-key')).toBe(over)
    await search.fill('没有这样的办件')
    await page.getByRole('button', { name: '清空条件' }).click()
    expect(await untilListed((lines) => lines.length === cases.length)).toHaveLength(cases.length)
    expect(await search.inputValue()).toBe('')
  })

  it('is filtered by whose turn it is and by the matter', async () => {
    await page.getByText('等申请人').click()
    await untilListed((lines) => lines.length === 2 && lines.every((line) => line.includes('待补正')))
    await page.getByRole('combobox', { name: '事项' }).selectOption({ label: '护士执业注册许可' })
    await untilListed((lines) => lines.length === 1)
    expect([await count('office'), await count('applicant'), await count('over'), await count('any')]).toEqual([
      '1',
      '1',
      '1',
      '3',
    ])
  })

  it('is ordered by what waited longest, by the next date, by when it was submitted', async () => {
    const office = test.provider.office.listCases().filter(({ turn }) => turn === 'office')
    const shown = () =>
      page.locator('#cases button').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')))
    const by = (key: (row: (typeof office)[number]) => string) =>
      office
        .slice()
        .sort((a, b) => key(a).localeCompare(key(b)))
        .map(({ caseNo }) => caseNo)
    expect(await shown()).toEqual(by(({ movedAt }) => movedAt))
    await page.getByRole('combobox', { name: '先后' }).selectOption({ label: '期限近的在前' })
    expect(await shown()).toEqual(by(({ due, movedAt }) => `${due || '9999'} ${movedAt}`))
    expect((await listed())[0]).toMatch(/已过期（\d+月|日( \d\d:\d\d)? 到期/)
    await page.getByRole('combobox', { name: '先后' }).selectOption({ label: '刚提交的在前' })
    expect(await shown()).toEqual(by(({ submitTime }) => submitTime).reverse())
  })

  it('is walked through with the keyboard; what changes meanwhile takes the focus nowhere', async () => {
    const lines = await listed()
    await page.locator('#order').focus()
    await page.keyboard.press('Tab')
    expect(await focused()).toContain(lines[0]?.slice(0, 6))
    await page.keyboard.press('ArrowDown')
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineWidth,
    )
    expect(outline).toBe('3px')
    const key = () => page.evaluate(() => document.activeElement?.getAttribute('data-key') ?? '')
    const second = await key()
    expect(second).toBe(await page.locator('#cases button').nth(1).getAttribute('data-key'))
    await page.keyboard.press('Enter')
    await page.locator('#case-title').waitFor()
    expect(await page.locator(`#cases button[data-key="${second}"]`).getAttribute('aria-current')).toBe('true')
    test.provider.office.setStatus(second, '801', '换了样子')
    await untilListed((now) => now.some((line) => line.includes('换了样子')))
    await page.getByText('这件有新的进展').waitFor()
    expect(await key()).toBe(second)
    await page.keyboard.press('End')
    expect(await key()).toBe(await page.locator('#cases button').last().getAttribute('data-key'))
    await page.keyboard.press('/')
    expect(await focusedId()).toBe('search')
    await page.keyboard.press('ArrowDown')
    expect(await key()).toBe(await page.locator('#cases button').first().getAttribute('data-key'))
    await page.getByRole('button', { name: '看最新的' }).click()
    await page.locator('.file-pane', { hasText: '换了样子' }).waitFor()
    expect(await page.getByText('这件有新的进展').count()).toBe(0)
  })
})

describe('a case', () => {
  it('is decided by one primary act, which follows the ticks', async () => {
    const caseNo = caseToAccept()
    await openDesk()
    await openCase(caseNo)
    expect(await primary()).toEqual(['受理'])
    expect(await page.getByRole('button', { name: '要求补正' }).count()).toBe(0)
    await page.getByLabel('医师资格证书', { exact: true }).check()
    await page.getByLabel('医师资格证书的补正原因').fill('编号看不清')
    await page.getByRole('button', { name: /还有 \d+ 项/ }).click()
    await page.getByLabel('近6个月健康体检表', { exact: true }).check()
    expect(await primary()).toEqual(['要求补正 2 项'])
    await page.getByLabel('近6个月健康体检表', { exact: true }).uncheck()
    expect(await primary()).toEqual(['要求补正 1 项'])
    await page.getByLabel('截止（北京时间，不填就没有期限）').fill('2026-12-03T17:00')
    await page.getByLabel('意见（申请人可见）').fill('请补正')
    await page.getByRole('button', { name: '要求补正 1 项' }).click()
    await said('已经要求补正')
    const round = page.getByRole('tabpanel', { name: '补正 1' })
    expect(await round.innerText()).toMatch(/第 1 轮补正[^]*12月3日 17:00[^]*医师资格证书[^]*编号看不清/)
    expect(await focusedId()).toBe('case-title')
    expect(await primary()).toEqual(['窗口已收到补正'])
  })

  it('tells the officer what an applicant would be left without, and sends nothing', async () => {
    const caseNo = caseToAccept()
    await openDesk()
    // From a fresh page, as the foot of the list says.
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('case')
    await openCase(caseNo)
    await page.getByRole('button', { name: '不予受理' }).click()
    await said('请在意见里写明理由')
    await page.getByLabel('医师资格证书', { exact: true }).check()
    const ask = page.getByRole('button', { name: '要求补正 1 项' })
    await ask.click()
    await said('请写“医师资格证书”的原因，或写意见')
    await page.getByLabel('意见（申请人可见）').fill('请补正')
    await page.getByLabel('截止（北京时间，不填就没有期限）').fill('2020-12-03T17:00')
    await ask.click()
    await said('截止时间已经过去')
    await page.getByLabel('截止（北京时间，不填就没有期限）').fill('')
    await page.getByLabel('截止（北京时间，不填就没有期限）').pressSequentially('1101')
    await ask.click()
    await said('截止时间没有填完整')
    // Asked for it would wait for the applicant, with another act.
    expect(await primary()).toEqual(['要求补正 1 项'])
  })

  it('keeps what was written about it while another one is looked at, until it is sent', async () => {
    const caseNo = caseToAccept()
    await openDesk()
    await openCase(caseNo)
    const opinion = page.getByLabel('意见（申请人可见）')
    await opinion.fill('照片请重拍')
    await page.getByLabel('医师资格证书', { exact: true }).check()
    await page.getByLabel('医师资格证书的补正原因').fill('编号看不清')
    const other = test.provider.office.listCases().find((one) => one.turn === 'office' && one.caseNo !== caseNo)
    await openCase(other?.caseNo ?? '')
    await page.locator('#case', { hasText: other?.caseNo ?? '' }).waitFor()
    expect(await opinion.inputValue()).toBe('')
    await openCase(caseNo)
    await page.locator('#case', { hasText: caseNo }).waitFor()
    expect([await opinion.inputValue(), await primary()]).toEqual(['照片请重拍', ['要求补正 1 项']])
    expect(await page.getByLabel('医师资格证书的补正原因').inputValue()).toBe('编号看不清')
    await page.getByRole('button', { name: '要求补正 1 项' }).click()
    await said('已经要求补正')
    expect(await opinion.inputValue()).toBe('')
  })

  it('goes its whole way by the primary acts', async () => {
    const caseNo = caseToAccept('护士')
    await openDesk()
    await openCase(caseNo)
    for (const [act, status] of [
      ['受理', '30'],
      ['开始审查', '32'],
      ['审查完成', '32'],
      ['准予许可', '50'],
      ['制证', '60'],
      ['办结', '90'],
    ] as const) {
      expect(await primary()).toEqual([act])
      // An impatient officer: the second click does nothing.
      await page.locator('#case .button.is-primary').dblclick()
      await said(`已经${act}`)
      expect(test.provider.office.openCase(caseNo)?.brief.caseStatus).toBe(status)
    }
    expect(await primary()).toEqual([])
  })

  it('can be ended, set to any status and told of by any event; what is refused is said', async () => {
    const caseNo = caseToAccept()
    await openDesk()
    await openCase(caseNo)
    await page.getByText('测试：设定状态、推送事件').click()
    await page.getByLabel('事件类型').fill('小写')
    await page.getByRole('button', { name: '推送事件' }).click()
    await said('事件类型须为大写字母')
    expectRefusal()
    await page.getByLabel('事件类型').fill('EXPERT_REVIEW')
    await page.getByRole('button', { name: '推送事件' }).click()
    await said('已经推送事件')
    await page.getByText('登记撤回', { exact: true }).first().click()
    await page.getByRole('button', { name: '登记撤回' }).click()
    await said('已经登记撤回')
    await page.getByText('测试：设定状态、推送事件').click()
    await page.getByLabel('状态码').fill('26')
    await page.getByRole('button', { name: '直接设定' }).click()
    await said('已经设定状态')
    expect(await primary()).toEqual(['受理'])
    await page.getByLabel('意见（申请人可见）').fill('不属于本窗口')
    await page.getByRole('button', { name: '不予受理' }).click()
    await said('已经不予受理')
  })

  it('is the one that was chosen last, however late another one comes', async () => {
    const [early = '', late = ''] = await page
      .locator('#cases button')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key') ?? ''))
    await page.route(`**/api/cases/${early}`, async (route) => {
      await new Promise((done) => setTimeout(done, 600))
      await route.continue()
    })
    const answered = page.waitForResponse(`**/api/cases/${early}`)
    await page.locator(`[data-key="${early}"]`).click()
    await page.locator(`[data-key="${late}"]`).click()
    await page.locator('.file-pane', { hasText: late }).waitFor()
    await (await answered).finished()
    // Time for the page to show it, if it did.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)))
    expect(await page.locator('.file-pane').innerText()).toContain(late)
    expect(await page.locator('#cases [aria-current]').getAttribute('data-key')).toBe(late)
  })

  it('shows people’s numbers only when it is asked to', async () => {
    await openCase('虞青禾')
    await page.getByRole('button', { name: '看内容' }).click()
    expect(await focused()).toBe('填写内容')
    const text = () => page.locator('#case').innerText()
    for (const secret of [test.nurse.idNo ?? '', test.nurse.phone]) expect(await text()).not.toContain(secret)
    await page.getByRole('button', { name: '看完整号码' }).click()
    for (const secret of [test.nurse.idNo ?? '', test.nurse.phone]) expect(await text()).toContain(secret)
    await page.getByRole('button', { name: '遮住号码' }).click()
    expect(await text()).not.toContain(test.nurse.phone)
  })
})

describe('the drawer', () => {
  it('opens, sets and ends faults and closes with the keyboard; the focus goes back', async () => {
    await page.locator('#refresh').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: '故障开关' })
    await drawer.waitFor()
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab')
      // Out of the page to the browser's own bar and back, but never behind the drawer.
      expect(await page.evaluate(() => document.activeElement?.closest('main, header')?.tagName ?? '')).toBe('')
    }
    const target = drawer.getByRole('combobox', { name: '函数' })
    expect(await target.locator('option').allInnerTexts()).toHaveLength(36)
    await target.selectOption({ label: '#32 下载完整材料的压缩文件' })
    await drawer.getByRole('combobox', { name: '故障' }).selectOption({ label: '断开连接' })
    await drawer.getByLabel('次数').fill('2')
    await page.keyboard.press('Enter')
    await drawer.getByText('下载完整材料的压缩文件 · 还有 2 次').waitFor()
    expect(test.provider.faults.list()).toEqual([{ match: { functionNo: 32 }, kind: 'down', times: 2 }])
    // #28 comes from the provider: other things go wrong with it.
    await target.selectOption({ label: '#28 接收审批数据，发送消息推送' })
    expect(await drawer.locator('#fault-kind option[value="html"]').isDisabled()).toBe(true)
    await drawer.getByRole('button', { name: '关闭故障：断开连接' }).press('Enter')
    await drawer.getByText('没有打开的故障。').waitFor()
    expect(await focusedId()).toBe('fault-function')
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
    expect(await focusedId()).toBe('open-drawer')
  })

  it('names the functions that were asked, and the fault that they met', async () => {
    test.provider.faults.set({ match: { functionNo: 33 }, kind: 'status' })
    await test.client.json('/api/v1/items/list', {})
    await page.locator('#refresh').click()
    await page.locator('#open-faults', { hasText: '1 个开着' }).waitFor()
    await page.locator('#open-drawer').click()
    await page.getByRole('tab', { name: '最近请求' }).click()
    await page.locator('#requests', { hasText: '#33 获取事项列表' }).waitFor()
    expect(await page.locator('#requests').innerText()).toContain('网关错误码 · 503')
  })
})
