import { isGone, saysConfirming, type Failure } from '../../../../services/service-error'

/** Why a submit was not done, and, where that is so, that nothing is lost. */
Component({
  properties: {
    failure: { type: Object, value: null as Failure | null },
    /** What is still there, e.g. 您填写的内容 */
    kept: { type: String, value: '' },
  },
  data: { promise: '' },
  observers: {
    'failure, kept'(failure: Failure | null, kept: string) {
      const isKept = failure !== null && kept !== '' && !isGone(failure) && !saysConfirming(failure)
      this.setData({ promise: isKept ? `这次没有提交成功，${kept}都还在。` : '' })
    },
  },
})
