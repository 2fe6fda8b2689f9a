import { copyText } from '../../platform/clipboard'
import { tell } from '../../platform/feedback'
import { showPlace } from '../../platform/map'
import { callPhone } from '../../platform/telephone'
import type { OfficeWindow } from '../../shared/domain/matter'

type PhoneTap = WechatMiniprogram.TouchEvent<object, object, { phone: string }>

/** The window of a matter: where it is, when it is open, and how it is called, found and booked. */
Component({
  properties: {
    /** null = not known now. */
    office: { type: Object, value: null as OfficeWindow | null },
  },

  data: { shown: null as OfficeWindow | null },

  observers: {
    office(office: OfficeWindow | null) {
      this.setData({ shown: office })
    },
  },

  methods: {
    onPhoneTap(event: PhoneTap): Promise<void> {
      return callPhone(event.currentTarget.dataset.phone)
    },

    async onMapTap(): Promise<void> {
      const { shown } = this.data
      if (shown?.position === undefined) return
      try {
        await showPlace(shown.position, '办理窗口', shown.address)
      } catch {
        await tell('地图没有打开', `请在地图里查找这个地址：${shown.address}`)
      }
    },

    onCopyTap(): Promise<void> {
      return copyText(this.data.shown?.address ?? '', '已复制地址')
    },
  },
})
