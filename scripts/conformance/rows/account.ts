import { encryptPassword } from '../../../cloudfunctions/one-network/signature'
import { at, textAt } from '../read'
import { check, type Row } from '../row'

/** 用户, and what is asked of an enterprise. */
export const ACCOUNT_ROWS: readonly Row[] = [
  {
    no: 17,
    async run({ caller, target, state }) {
      const { subjectType, login: account, password } = target.account
      const cipher = encryptPassword(password, target.sm2PublicKey)
      const first = await caller.json(17, { loginType: 'password', subjectType, account, password: cipher })
      const refreshToken = textAt(first, 'refreshToken')
      const second = await caller.json(17, { loginType: 'refresh', refreshToken })
      check(textAt(second, 'user', 'userId') === textAt(first, 'user', 'userId'), 'refreshed into another user')
      await caller.refusal(17, { loginType: 'refresh', refreshToken }, '2003')
      caller.userToken = textAt(second, 'userToken')
      state.profile = at(second, 'user')
    },
  },
  {
    no: 18,
    async run({ caller }) {
      await caller.json(18, {})
    },
  },
  {
    no: 10,
    async run({ caller, target: { uscc } }) {
      const data = await caller.json(10, { uscc })
      check(textAt(data, 'foundFlag') === '1' && textAt(data, 'uscc') === uscc, 'another enterprise, or none')
    },
  },
]
