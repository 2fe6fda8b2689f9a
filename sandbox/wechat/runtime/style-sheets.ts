import { type Program } from './program'

/** Adds all WXSS; a page's own sheet counts only while that page shows, as in WeChat. */
export class StyleSheets {
  private readonly pages = new Map<string, HTMLStyleElement>()

  constructor(program: Program) {
    this.add('app', program.appCss)
    for (const component of program.components) {
      const sheet = this.add(component.path, component.css)
      if (component.isPage) this.pages.set(component.path, sheet)
    }
    this.showPage('')
  }

  showPage(path: string): void {
    for (const [page, sheet] of this.pages) sheet.media = page === path ? '' : 'not all'
  }

  private add(path: string, css: string): HTMLStyleElement {
    const sheet = document.createElement('style')
    sheet.dataset.wxss = path
    sheet.textContent = css
    document.head.append(sheet)
    return sheet
  }
}
