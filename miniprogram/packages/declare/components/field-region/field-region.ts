import { regionParts, regionText } from '../../../../shared/form/fields/region'
import { fieldBase } from '../field-base/field-base'

/** Where the wheel starts when nothing was picked yet: the office's own district. */
const HERE = ['天津市', '天津市', '南开区']

/** 省、市、区 from WeChat's region wheel, kept as one string with blanks between. */
Component({
  behaviors: [fieldBase],
  data: { parts: HERE, text: '' },
  observers: {
    value(value: unknown) {
      const parts = typeof value === 'string' ? regionParts(value) : []
      this.setData({ parts: parts.length === 3 ? parts : HERE, text: parts.join(' ') })
    },
  },
  methods: {
    onPick(event: WechatMiniprogram.PickerChange) {
      const picked: unknown = event.detail.value
      if (Array.isArray(picked)) this.emitChoice(regionText(picked.map(String)))
    },
  },
})
