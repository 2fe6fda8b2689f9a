import { wxsRequires, wxsToScript } from '../../../sandbox/wechat/build/wxs'

describe('WXS becomes JavaScript', () => {
  it('reads constructor as the name of a type, also twice in one expression', () => {
    expect(wxsToScript("var a = x.y.constructor === 'Array'", 'a.wxs')).toBe("var a = wxsTypeName(x.y) === 'Array'")
    expect(wxsToScript('f(a.constructor, b.constructor)', 'a.wxs')).toBe('f(wxsTypeName(a), wxsTypeName(b))')
    expect(wxsToScript('a.constructor.length', 'a.wxs')).toBe('wxsTypeName(a).length')
  })

  it('leaves other members alone', () => {
    expect(wxsToScript("a['constructor']; a.constructors", 'a.wxs')).toBe("a['constructor']; a.constructors")
  })

  it('requires without the extension', () => {
    expect(wxsToScript("var p = require('./pad.wxs')", 'a.wxs')).toBe('var p = require("./pad")')
    expect(wxsRequires('require(\'./pad.wxs\'); require( "../b.wxs" )')).toEqual(['./pad.wxs', '../b.wxs'])
  })

  it('names file and line of a syntax error', () => {
    expect(() => wxsToScript('var a = 1\nvar b = {', 'folder/a.wxs')).toThrow(/folder\/a\.wxs:2/)
  })
})
