import { fileAt, temporaryFileUrl } from './temporary-files'

function overlay(id: string, label: string): HTMLElement {
  document.getElementById(id)?.remove()
  const element = document.createElement('section')
  element.id = id
  element.className = 'host-overlay'
  element.setAttribute('role', 'dialog')
  element.setAttribute('aria-label', label)
  document.body.append(element)
  return element
}

function closeButton(owner: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = '关闭'
  button.className = 'host-overlay-close'
  button.onclick = () => owner.remove()
  return button
}

function downloadLink(path: string, name: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = temporaryFileUrl(path) ?? ''
  link.download = name
  link.textContent = '保存到电脑'
  return link
}

/** Shows a document over the program: a PDF in the browser's viewer; office files can only be saved. */
export function openDocumentViewer(path: string, type: string): void {
  const { name } = fileAt(path)
  const viewer = overlay('document-viewer', name)
  const bar = document.createElement('header')
  const title = document.createElement('strong')
  title.textContent = name
  bar.append(closeButton(viewer), title, downloadLink(path, name))
  viewer.append(bar)
  if (type === 'pdf') {
    const frame = document.createElement('iframe')
    frame.title = name
    frame.src = temporaryFileUrl(path) ?? ''
    viewer.append(frame)
    return
  }
  const hint = document.createElement('p')
  hint.textContent = '浏览器不能直接显示这种文件，请保存后用办公软件打开。微信里会直接打开。'
  viewer.append(hint)
}

/** Shows pictures one above the other, the chosen one first in view; a tap closes, as in WeChat. */
export function openImageViewer(urls: readonly string[], current: string): void {
  const viewer = overlay('image-viewer', '图片预览')
  viewer.onclick = () => viewer.remove()
  for (const url of urls) {
    const image = document.createElement('img')
    image.src = temporaryFileUrl(url) ?? (url.startsWith('/') ? `/app${url}` : url)
    image.alt = `图片 ${urls.indexOf(url) + 1}/${urls.length}`
    viewer.append(image)
    if (url === current) image.onload = () => image.scrollIntoView()
  }
}

/** Hands a file to the browser's downloads, under its own name or another; throws WeChat's words when there is none. */
export function saveThroughBrowser(path: string, name?: string): void {
  const { name: ownName } = fileAt(path)
  const link = downloadLink(path, name ?? ownName)
  document.body.append(link)
  link.click()
  link.remove()
}
