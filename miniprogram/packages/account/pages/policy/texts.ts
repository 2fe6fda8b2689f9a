import type { ConsentText } from '../../../../shared/domain/consent'

/** One part of a text: a heading and short paragraphs. */
interface Part {
  readonly title: string
  readonly lines: readonly string[]
}

export interface PolicyText {
  readonly title: string
  readonly parts: readonly Part[]
}

const OFFICE = '天津高新区政务服务办公室'
const RIGHTS =
  '您可以在“我的”→“我的数据”里查看存了什么、导出、删除，也可以解除全部绑定；撤回同意在这份说明的下面。要更正一网通里的资料，请到天津市政务一网通修改。'
const CONTACT = `不清楚或有意见，请打办事窗口电话，或拨 12345 找${OFFICE}。`

/**
 * The three texts as the app shows them. They describe what this app does; the office publishes the binding text, and checks these
 * words before it does (docs/deployment.md). A changed text is a new version in shared/domain/consent.ts.
 */
export const POLICY_TEXTS: Readonly<Record<ConsentText, PolicyText>> = {
  privacy: {
    title: '隐私政策',
    parts: [
      { title: '谁在处理', lines: [`${OFFICE}。办件由天津市政务一网通和办理部门审批。`] },
      {
        title: '用到什么，做什么用',
        lines: [
          '登录时：一网通给的姓名或单位名称、证件号码、手机号。用来以您的身份申报、查办件，不重复让您填。',
          '办事时：您填的表、传的材料、签名。用来送给一网通和办理部门，核对是否送达。',
          '有进展时：办件号、事项、状态。用来告诉您轮到谁、到什么时候。',
          '密码只在登录时用一次，加密后送到一网通，不保存。',
        ],
      },
      {
        title: '存多久',
        lines: [
          '草稿：最后一次改动后 180 天。已送达的文件：送达后 7 天从这里删除，以后从一网通看。',
          '办件的记录：办结后 1 年。消息：180 天。解除绑定：30 天后全部删除，您也可以立即删除。',
          '操作日志按网络安全法留 184 天，里面是代号，认不出是谁。',
        ],
      },
      {
        title: '给谁',
        lines: ['只给天津市政务一网通和办理这件事的部门。不做广告，不给别人。存在中国境内的腾讯云，重要内容加密。'],
      },
      { title: '您的权利', lines: [RIGHTS, CONTACT] },
    ],
  },
  agreement: {
    title: '用户协议',
    parts: [
      {
        title: '这是什么',
        lines: [`${OFFICE}的办事小程序：查事项、备材料、网上申报、看进度。不收费。`],
      },
      {
        title: '请您做到',
        lines: [
          '用自己的一网通账号，或单位授权您使用的账号。',
          '填写和上传的内容真实。提供虚假材料的，办理部门依法处理。',
          '不要把账号和密码给别人；借用别人的手机办完后，请解除绑定。',
        ],
      },
      {
        title: '我们做到',
        lines: [
          '只有一网通收到并读回来的，才说“已提交”“已送达”。不确定的，说“结果确认中”，不让您重复提交。',
          '期限和结果以一网通和办理部门的通知为准；这里显示的和通知不一致时，请以通知为准并告诉我们。',
          '小程序用不了时，可以到窗口办，或打窗口电话。',
        ],
      },
      { title: '联系', lines: [CONTACT] },
    ],
  },
  sensitive: {
    title: '敏感个人信息',
    parts: [
      {
        title: '用到什么',
        lines: ['有的事项要填或要传：证件照片、健康体检证明、学历和工作经历、签名，以及同类的敏感个人信息。'],
      },
      {
        title: '为什么必需',
        lines: ['法律法规规定办这些事要核对它们，例如护士执业注册要健康体检证明。不交，这件事就办不了；可以到窗口交。'],
      },
      {
        title: '怎样保护',
        lines: [
          '填写的内容和文件名加密保存，页面上只显示一部分，只送给一网通和办理部门。',
          '材料送达并核对后，7 天从这里删除。泄露会影响您的隐私和信誉，所以我们尽量少存、存得短。',
        ],
      },
      {
        title: '不同意会怎样',
        lines: [
          '可以查事项、看指南、看已有的办件；不能在这里填表和上传，请到窗口办。随时可以撤回：已经提交的照常办，草稿到期删除。',
        ],
      },
      { title: '您的权利', lines: [RIGHTS, CONTACT] },
    ],
  },
}
