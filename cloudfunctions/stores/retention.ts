/**
 * What is kept, what for, and until when: of each collection and each place of cloud storage (docs/data.md is made of this,
 * the scheduler removes by it, 我的数据 says it). Periods are the office's to set; none may be longer than its purpose needs.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const YEAR = 365 * DAY

/** 个人信息保护法 (2021-11-01) unless another law is named. */
const LAW = {
  duty: '个人信息保护法（2021-11-01）第十三条第一款第（三）项：履行法定职责所必需',
  consent: '个人信息保护法（2021-11-01）第十三条第一款第（一）项：本人同意',
  security: '个人信息保护法（2021-11-01）第五十一条：防止未经授权的访问',
  log: '网络安全法（2017-06-01 文本第二十一条第（三）项，2026-01-01 文本条号后移）：网络日志不少于六个月',
  none: '不含个人信息',
} as const

/** What comes to an end in a collection or a place of storage. */
export interface Ending {
  /** In the office's words. */
  readonly what: string
  /** From when the time counts. */
  readonly since: string
  readonly afterMs: number
}

/** What a collection or a place of storage holds. */
interface Kept {
  readonly holds: string
  readonly purpose: string
  readonly basis: string
  /** By a name that logs and counts have. */
  readonly ends: Readonly<Record<string, Ending>>
  /** What ends it beside the time, or why nothing has to. */
  readonly note?: string
}

const CASE_KEPT = { since: '办结', afterMs: YEAR }
/** A case of which nobody ever says that it is over; no permission takes so long (行政许可法 articles 42 to 45, 2019-04-23). */
const CASE_LOST = { since: '最后一次变化', afterMs: 3 * YEAR }

export const RETENTION = {
  bindings: {
    holds: '绑定的身份：加密的登录令牌、姓名、证件号码、电话',
    purpose: '以本人身份向一网通申报和查询',
    basis: LAW.consent,
    ends: { idleBindings: { what: '不再使用的绑定', since: '登录令牌失效', afterMs: YEAR } },
    note: '解除绑定时当场删除',
  },
  former_owners: {
    holds: '谁在什么时候解除了绑定',
    purpose: '到时删除其草稿、消息和记录',
    basis: LAW.duty,
    ends: { formerOwners: { what: '解除绑定的人的全部记录', since: '解除绑定', afterMs: 30 * DAY } },
    note: '期间重新绑定的，照旧；本人要求立即删除的，当场开始',
  },
  declarations: {
    holds: '草稿和申报记录：加密的表单内容、情形、回执',
    purpose: '填写、提交、核对送达',
    basis: LAW.duty,
    ends: {
      lapsedDrafts: { what: '草稿和它的材料', since: '最后一次改动', afterMs: 180 * DAY },
      filedDeclarations: { what: '已提交的申报', since: '最后一次改动', afterMs: 3 * YEAR },
    },
    note: '已提交的，随办件的记录一起删除；结果还在确认的不删',
  },
  attachments: {
    holds: '上传的材料：文件名（加密）、大小、送达情况',
    purpose: '上传、送达一网通、查看',
    basis: LAW.duty,
    ends: {
      // Given up so early that all of it is gone within a day: the job runs hourly, and may have more than one run can do.
      staleUploads: { what: '没有传完的文件', since: '开始上传', afterMs: 22 * HOUR },
      // A citizen may want to look at what she just sent; nothing needs a second copy of her papers (article 19).
      deliveredBytes: { what: '已送达文件在云存储中的内容', since: '送达', afterMs: 7 * DAY },
      forgottenFiles: { what: '材料的记录', since: '开始上传', afterMs: 4 * YEAR },
    },
    note: '随草稿或办件的记录一起删除；内容删除后，查看时从一网通取（函数 8）',
  },
  supplements: {
    holds: '补正：窗口的要求、加密的改正内容、回执',
    purpose: '补正材料',
    basis: LAW.duty,
    ends: {
      lapsedAnswers: { what: '没有提交的补正', since: '最后一次改动', afterMs: 180 * DAY },
      sentAnswers: { what: '已提交的补正', since: '最后一次改动', afterMs: 3 * YEAR },
    },
    note: '随办件的记录一起删除',
  },
  evaluations: {
    holds: '哪件事评价过（评了什么只在一网通）',
    purpose: '不重复提交评价',
    basis: LAW.duty,
    ends: { evaluations: { what: '评价的记录', since: '第一次打开', afterMs: 3 * YEAR } },
    note: '随办件的记录一起删除',
  },
  case_watches: {
    holds: '办件的编号、事项和上次告知的状态',
    purpose: '有进展时告诉本人',
    basis: LAW.duty,
    ends: {
      overCases: { what: '办件的记录', ...CASE_KEPT },
      lostCases: { what: '一直没有办结消息的办件的记录', ...CASE_LOST },
    },
  },
  messages: {
    holds: '消息：哪件事、什么进展、窗口的原话（加密）',
    purpose: '告知进展',
    basis: LAW.duty,
    ends: { messages: { what: '消息', since: '发出', afterMs: 180 * DAY } },
  },
  approval_events: {
    holds: '一网通推送的进展（窗口的原话加密）',
    purpose: '不漏掉、不重复告知',
    basis: LAW.duty,
    // Contract chapter 10: events are told apart for at least 30 days.
    ends: { events: { what: '推送的进展', since: '收到', afterMs: 60 * DAY } },
  },
  reminder_outbox: {
    holds: '要发的微信提醒',
    purpose: '每条消息只提醒一次',
    basis: LAW.consent,
    ends: { reminders: { what: '提醒的发送记录', since: '生成', afterMs: 30 * DAY } },
  },
  reminder_consents: {
    holds: '同意接收微信提醒的次数',
    purpose: '只在同意的次数内提醒',
    basis: LAW.consent,
    ends: {
      usedConsents: { what: '用掉的提醒次数', since: '同意', afterMs: 30 * DAY },
      openConsents: { what: '没有用的提醒次数', since: '同意', afterMs: YEAR },
    },
  },
  consents: {
    holds: '同意过哪份说明的哪一版，什么时候同意、撤回',
    purpose: '证明处理得到了同意',
    basis: LAW.consent,
    // 民法典第一百八十八条 (2021-01-01): claims may be raised for three years.
    ends: { withdrawnConsents: { what: '撤回的同意', since: '撤回', afterMs: 3 * YEAR } },
    note: '解除全部绑定时一并撤回',
  },
  temporary_files: {
    holds: '为查看、打印、导入或导出而临时存的文件',
    purpose: '打开或转发一次',
    basis: LAW.duty,
    // An address lives for ten minutes, an upload is read at once, and a zip is looked through.
    ends: { temporaryFiles: { what: '临时文件和它的内容', since: '生成', afterMs: HOUR } },
  },
  login_tries: {
    holds: '没有成功的登录（带密钥的散列，认不出是谁）',
    purpose: '防止猜密码，不让账号被锁',
    basis: LAW.security,
    // Wrong tries of the last day count (domain/login/pauses.ts).
    ends: { loginTries: { what: '没有成功的登录', since: '最后一次', afterMs: DAY } },
  },
  known_logins: {
    holds: '谁登录过哪个账号（带密钥的散列，认不出是谁）',
    purpose: '本人输错时少等',
    basis: LAW.security,
    ends: { knownLogins: { what: '登录过的标记', since: '最后一次登录', afterMs: YEAR } },
  },
  allowances: {
    holds: '一段时间内做了几次（带密钥的散列，认不出是谁）',
    purpose: '防止滥用',
    basis: LAW.security,
    ends: { allowances: { what: '次数', since: '一段时间结束', afterMs: 0 } },
  },
  callback_nonces: {
    holds: '一网通推送的一次性编号',
    purpose: '不接受重放的推送',
    basis: LAW.none,
    // Contract chapter 3: 10 minutes; a little longer than any timestamp is taken.
    ends: { nonces: { what: '一次性编号', since: '收到', afterMs: 20 * MINUTE } },
  },
  audit_log: {
    holds: '谁（带密钥的假名）在什么时候对什么做了什么',
    purpose: '查明出了什么事',
    basis: LAW.log,
    ends: {},
    note: '保存 184 天，按整天删除（任务 audit-days，ADR 24）',
  },
  audit_seals: {
    holds: '审计日志的封存链',
    purpose: '发现对日志的改动',
    basis: LAW.none,
    ends: {},
    note: '随审计日志按整天删除',
  },
  audit_head: { holds: '封存链的末端', purpose: '发现截断', basis: LAW.none, ends: {}, note: '只有一行' },
  form_schemas: {
    holds: '草稿用到的表单样式',
    purpose: '表单换新后，旧草稿照旧打开',
    basis: LAW.none,
    ends: {},
    note: '每个版本一行，内容是公开的表单',
  },
  scheduled_jobs: {
    holds: '定时任务上次何时运行',
    purpose: '按时运行',
    basis: LAW.none,
    ends: {},
    note: '每个任务一行',
  },
  sealing_walks: { holds: '换密钥进行到哪里', purpose: '接着做', basis: LAW.none, ends: {}, note: '只有一行' },
} as const satisfies Readonly<Record<string, Kept>>

type EndsOf<Collection> = Collection extends { readonly ends: infer Ends } ? keyof Ends : never

/** The names of everything that comes to an end. */
export type EndingName = EndsOf<(typeof RETENTION)[keyof typeof RETENTION]>

/** By name. */
export const ENDINGS = Object.assign({}, ...Object.values(RETENTION).map(({ ends }) => ends)) as Readonly<
  Record<EndingName, Ending>
>

/** A period in words: `180 天`, `1 年`, `22 小时`, `20 分钟`; `0` = at once. */
export function periodText(ms: number): string {
  if (ms === 0) return '立即'
  if (ms % YEAR === 0) return `${ms / YEAR} 年`
  if (ms % DAY === 0) return `${ms / DAY} 天`
  if (ms % HOUR === 0) return `${ms / HOUR} 小时`
  return `${ms / MINUTE} 分钟`
}
