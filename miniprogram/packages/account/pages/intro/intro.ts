import { look } from '../../../../behaviors/look'
import { goBack } from '../../../../platform/routes'

/** The first-time guide again, from 我的. */
Page({
  behaviors: [look],

  onDone(): void {
    void goBack()
  },
})
