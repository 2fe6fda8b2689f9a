import { HIDDEN } from '../inspect'
import { refuse } from '../refuse'
import { Fields } from './fields'
import { requireHarmlessRelation, requireHarmlessType } from './relations'
import { DDE } from './words'
import { type Attributes, type XmlListener } from './xml'

/** A type that [Content_Types].xml gives to a part, or ('') to all parts with an ending. */
export interface TypedPart {
  readonly part: string
  readonly type: string
}

/** What is looked for in every XML part of an Office file, whatever the part is called: names are its writer's choice. */
export class Part implements XmlListener {
  readonly types: TypedPart[] = []
  private readonly fields = new Fields()
  private root = ''

  open(name: string, attributes: () => Attributes): void {
    this.root ||= name
    this.fields.open(name, attributes)
    if (name === 'Relationship') requireHarmlessRelation(attributes())
    else if (name === 'Override' || name === 'Default') this.takeType(attributes())
    else if (name === 'ddeLink') throw refuse(DDE)
    if (this.root === 'svg') requireStill(name, attributes())
  }

  close(name: string): void {
    this.fields.close(name)
  }

  text(text: string): void {
    this.fields.take(text)
  }

  end(): void {
    this.fields.end()
  }

  private takeType(attributes: Attributes): void {
    requireHarmlessType(attributes)
    const { PartName: part = '', ContentType: type = '' } = attributes
    this.types.push({ part: part.replace(/^\//, '').toLowerCase(), type })
  }
}

/** An icon that was drawn as SVG is a picture; one with scripts is a page. */
function requireStill(name: string, attributes: Attributes): void {
  const acts = Object.entries(attributes).some(([key, value]) => /^on/i.test(key) || /^\s*javascript:/i.test(value))
  if (acts || /^(script|foreignObject|iframe|embed|object)$/i.test(name)) throw refuse(HIDDEN)
}
