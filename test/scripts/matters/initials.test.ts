import { initialsOf } from '../../../scripts/matters/initials'

test.each([
  ['护士执业注册', 'hszyzc'],
  ['行政许可', 'xzxk'],
  ['营业性演出', 'yyxyc'],
  ['重新注册', 'cxzc'],
  ['长期有效', 'cqyx'],
  ['劳动关系协调', 'ldgxxt'],
  ['特殊工时许可', 'tsgsxk'],
  ['省际普通货船', 'sjpthc'],
  ['民办学校', 'mbxx'],
  ['供水单位', 'gsdw'],
  ['临时占用城市绿化用地', 'lszycslhyd'],
  ['道路旅客运输', 'dllkys'],
  ['宣传品', 'xcp'],
  ['悬挂、设置', 'xgsz'],
  ['户外广告设施许可（A类）', 'hwggssxkal'],
  ['变更', 'bg'],
])('the initials of %s are %s', (name, letters) => expect(initialsOf(name)).toBe(letters))
