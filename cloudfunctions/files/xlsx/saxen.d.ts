/** The part of saxen that is used here; the package has no types of its own. */
declare module 'saxen' {
  type Decode = (text: string) => string

  export class Parser {
    on(event: 'openTag', tell: (name: string, attributes: () => Record<string, string> | false) => void): this
    on(event: 'closeTag', tell: (name: string) => void): this
    on(event: 'text', tell: (text: string, decode: Decode) => void): this
    on(event: 'cdata' | 'attention', tell: (text: string) => void): this
    /** Reads the next piece; throws for what is not well-formed. */
    write(xml: string): this
    /** Throws when something is still open. */
    end(): void
  }

  export const decode: Decode
}
