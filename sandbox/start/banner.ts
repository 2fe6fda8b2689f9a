import type { FictionalAccount } from '../one-network'

export interface BannerFacts {
  readonly appUrl: string
  readonly deskUrl: string
  readonly gatewayUrl: string
  readonly accounts: readonly FictionalAccount[]
  readonly dataDir: string
}

/** What a newcomer reads after `npm start`: where to look, whom to log in as, what to try first. */
export function banner(facts: BannerFacts): string {
  const accounts = facts.accounts.map((a) => {
    const kind = a.subjectType === 'person' ? '个人' : '企业'
    return `    ${kind}  ${(a.logins[0] ?? '').padEnd(18)}  ${a.password}  ${a.name}（${a.note}）`
  })
  return [
    '',
    '  天津高新区政务服务 · 本机沙箱已就绪',
    '',
    `  小程序    ${facts.appUrl}`,
    `  窗口端    ${facts.deskUrl}   (the office: accept, review, approve, switch faults on)`,
    `  云网关    ${facts.gatewayUrl}   (WeChat DevTools: compile mode 本机沙箱)`,
    '',
    '  虚构账号（个人/企业  账号  密码  名称）',
    ...accounts,
    '',
    '  先试这个：打开小程序 → 我的 → 绑定个人账号 → 事项 → 护士执业注册 → 开始办理，',
    '  填表、传材料、提交，再到窗口端受理这件办件，回到“办件”看进度。',
    '',
    `  Data: ${facts.dataDir} (npm start -- --reset starts anew). A change to a page, a function or a form takes effect`,
    '  by itself. SANDBOX_LOG=1 shows the log. Ctrl-C stops everything.',
    '',
  ].join('\n')
}
