/** Registers the Taro custom elements that tags.ts maps WXML's built-in tags to. */
import { defineCustomElement as defineView } from '@tarojs/components/dist/components/taro-view-core.js'
import { defineCustomElement as defineText } from '@tarojs/components/dist/components/taro-text-core.js'
import { defineCustomElement as defineButton } from '@tarojs/components/dist/components/taro-button-core.js'
import { defineCustomElement as defineInput } from '@tarojs/components/dist/components/taro-input-core.js'
import { defineCustomElement as defineTextarea } from '@tarojs/components/dist/components/taro-textarea-core.js'
import { defineCustomElement as defineImage } from '@tarojs/components/dist/components/taro-image-core.js'
import { defineCustomElement as defineForm } from '@tarojs/components/dist/components/taro-form-core.js'
import { defineCustomElement as defineLabel } from '@tarojs/components/dist/components/taro-label-core.js'
import { defineCustomElement as definePicker } from '@tarojs/components/dist/components/taro-picker-core.js'
import { defineCustomElement as definePickerView } from '@tarojs/components/dist/components/taro-picker-view-core.js'
import { defineCustomElement as definePickerViewColumn } from '@tarojs/components/dist/components/taro-picker-view-column-core.js'
import { defineCustomElement as defineCheckbox } from '@tarojs/components/dist/components/taro-checkbox-core.js'
import { defineCustomElement as defineCheckboxGroup } from '@tarojs/components/dist/components/taro-checkbox-group-core.js'
import { defineCustomElement as defineRadio } from '@tarojs/components/dist/components/taro-radio-core.js'
import { defineCustomElement as defineRadioGroup } from '@tarojs/components/dist/components/taro-radio-group-core.js'
import { defineCustomElement as defineSwitch } from '@tarojs/components/dist/components/taro-switch-core.js'
import { defineCustomElement as defineSlider } from '@tarojs/components/dist/components/taro-slider-core.js'
import { defineCustomElement as defineScrollView } from '@tarojs/components/dist/components/taro-scroll-view-core.js'
import { defineCustomElement as defineSwiper } from '@tarojs/components/dist/components/taro-swiper-core.js'
import { defineCustomElement as defineSwiperItem } from '@tarojs/components/dist/components/taro-swiper-item-core.js'
import { defineCustomElement as defineIcon } from '@tarojs/components/dist/components/taro-icon-core.js'
import { defineCustomElement as defineProgress } from '@tarojs/components/dist/components/taro-progress-core.js'
import { defineCustomElement as defineRichText } from '@tarojs/components/dist/components/taro-rich-text-core.js'
import { defineCustomElement as defineNavigator } from '@tarojs/components/dist/components/taro-navigator-core.js'
import { defineCustomElement as defineVideo } from '@tarojs/components/dist/components/taro-video-core.js'
import { defineCustomElement as defineWebView } from '@tarojs/components/dist/components/taro-web-view-core.js'
import { defineCustomElement as defineCoverView } from '@tarojs/components/dist/components/taro-cover-view-core.js'
import { defineCustomElement as defineCoverImage } from '@tarojs/components/dist/components/taro-cover-image-core.js'
import { defineCustomElement as defineMovableArea } from '@tarojs/components/dist/components/taro-movable-area-core.js'
import { defineCustomElement as defineMovableView } from '@tarojs/components/dist/components/taro-movable-view-core.js'
import { defineCustomElement as defineRootPortal } from '@tarojs/components/dist/components/taro-root-portal-core.js'
import { defineCustomElement as definePageContainer } from '@tarojs/components/dist/components/taro-page-container-core.js'

/** Defines every built-in element once; safe to call again. */
export function registerBuiltins(): void {
  defineView()
  defineText()
  defineButton()
  defineInput()
  defineTextarea()
  defineImage()
  defineForm()
  defineLabel()
  definePicker()
  definePickerView()
  definePickerViewColumn()
  defineCheckbox()
  defineCheckboxGroup()
  defineRadio()
  defineRadioGroup()
  defineSwitch()
  defineSlider()
  defineScrollView()
  defineSwiper()
  defineSwiperItem()
  defineIcon()
  defineProgress()
  defineRichText()
  defineNavigator()
  defineVideo()
  defineWebView()
  defineCoverView()
  defineCoverImage()
  defineMovableArea()
  defineMovableView()
  defineRootPortal()
  definePageContainer()
}
