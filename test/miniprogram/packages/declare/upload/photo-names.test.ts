import { photoNames } from '../../../../../miniprogram/packages/declare/upload/photo-names'

test('photos picked one at a time get numbers of their own', () => {
  expect(photoNames('身份证明', [])(0)).toBe('身份证明-1')
  expect(photoNames('身份证明', ['身份证明-1.jpg'])(0)).toBe('身份证明-2')
  // The first was deleted: its number may come again, the second one's may not.
  expect(photoNames('身份证明', ['身份证明-2.jpg'])(1)).toBe('身份证明-4')
})

test('other names do not count, and marks that file systems forbid are left out', () => {
  const nameOf = photoNames('护理/助产 证书', ['护照.jpg', '护理_助产_证书-副本.pdf'])
  expect(nameOf(0)).toBe('护理_助产_证书-1')
})

test('a long name stays within what the provider takes', () => {
  expect(photoNames('长'.repeat(300), [])(0).length).toBeLessThan(100)
})
