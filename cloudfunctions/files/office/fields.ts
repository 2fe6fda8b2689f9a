import { refuse } from '../refuse'
import { isRemote } from './address'
import { DDE, REMOTE } from './words'

const MOST_TEXT = 256 * 1024

/** A field that starts a program, however its letters are put together: `QUOTE 68 68 69` writes DDE. */
const STARTS_PROGRAM = /(^|\n)[ \t"]*DDE|DDEAUTO|QUOTE(\s+"?\d{2,3}){3}/i
/** Fields that take in what is elsewhere. Pictures of web pages are left: they are honest, and mostly there already. */
const TAKES_IN = /(^|\n)[ \t]*(LINK|INCLUDETEXT|IMPORT)\s[^\n]*?(\\\\\\\\|\/\/|[a-z]{3,}:)[^\s"]*/i

/** The fields of a Word part (ECMA-376 part 1, 17.16): their texts may be cut into runs anywhere. */
export class Fields {
  private text = ''
  private isOpen = false

  open(name: string, attributes: () => Readonly<Record<string, string>>): void {
    if (name === 'instrText' || name === 'delInstrText') this.isOpen = true
    else if (name === 'fldChar') this.add('\n')
    else if (name === 'fldSimple') {
      const instruction = Object.entries(attributes()).find(([key]) => key.endsWith('instr'))?.[1] ?? ''
      this.add(`\n${instruction}\n`)
    }
  }

  close(name: string): void {
    if (name === 'instrText' || name === 'delInstrText') this.isOpen = false
  }

  take(text: string): void {
    if (this.isOpen) this.add(text)
  }

  /** Throws FILE_REFUSED for a field that starts a program or asks another computer. */
  end(): void {
    if (STARTS_PROGRAM.test(this.text)) throw refuse(DDE)
    const taken = TAKES_IN.exec(this.text)
    if (taken && isRemote(taken[0].replace(/^\s*\w+[\s"]+/, ''))) throw refuse(REMOTE)
  }

  private add(text: string): void {
    this.text += text
    if (this.text.length <= MOST_TEXT) return
    this.end()
    this.text = this.text.slice(-1024)
  }
}
