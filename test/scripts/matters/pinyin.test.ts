import { pinyinOf } from '../../../scripts/matters/pinyin'

test.each([
  ['护士执业注册', 'hu shi zhi ye zhu ce'],
  ['行政许可', 'xing zheng xu ke'],
  ['银行', 'yin hang'],
  ['营业性演出', 'ying ye xing yan chu'],
  ['重新注册', 'chong xin zhu ce'],
  ['重要', 'zhong yao'],
  ['音乐', 'yin yue'],
  ['娱乐场所', 'yu le chang suo'],
  ['长期有效', 'chang qi you xiao'],
  ['劳动关系协调', 'lao dong guan xi xie tiao'],
  ['省际普通货船', 'sheng ji pu tong huo chuan'],
  ['供水单位', 'gong shui dan wei'],
  ['临时占用绿化用地', 'lin shi zhan yong lv hua yong di'],
  ['道路旅客运输', 'dao lu lv ke yun shu'],
  ['宣传品', 'xuan chuan pin'],
  ['悬挂、设置', 'xuan gua she zhi'],
  ['户外广告设施许可（A类）', 'hu wai guang gao she shi xu ke a lei'],
  ['变更', 'bian geng'],
])('%s is read %s', (name, syllables) => expect(pinyinOf(name)).toBe(syllables))
