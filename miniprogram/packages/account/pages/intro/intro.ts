import { look } from '../../../../behaviors/look'
import { endVisit } from '../../../../behaviors/visit'
import { goBack } from '../../../../platform/routes'

/** The first-time guide again, from 我的. */
Page({
  behaviors: [look],

  onUnload: endVisit,

  onDone(): void {
    void goBack()
  },
})
