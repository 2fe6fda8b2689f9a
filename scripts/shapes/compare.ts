import { membersOf, type Named, type Shape, textOf, type Types } from './shape'

/** A place at which a value of the one type is none of the other, e.g. `declaration.state: "filed" is not accepted`. */
type Break = string

interface Options {
  /** Members that are not known to the accepting side are a break as well. */
  readonly exact?: boolean
}

/**
 * Where values that `sent` may have are not among those that `accepted` knows; nothing = every value is. Members that
 * the accepting side does not know do no harm: it does not look at them.
 */
export function breaksOf(sent: Named, accepted: Named, options: Options = {}): readonly Break[] {
  return new Comparison(sent.types, accepted.types, options).compare(sent.shape, accepted.shape, '')
}

class Comparison {
  /** Pairs of names that are being compared further up: a type that contains itself fits as long as nothing else breaks. */
  private readonly open = new Set<string>()

  constructor(
    private readonly sentTypes: Types,
    private readonly acceptedTypes: Types,
    private readonly options: Options,
  ) {}

  compare(sent: Shape, accepted: Shape, path: string): readonly Break[] {
    const pair = JSON.stringify([sent, accepted])
    const isNamed = isReference(sent) || isReference(accepted)
    if (isNamed && this.open.has(pair)) return []
    this.open.add(pair)
    try {
      return this.compareStructure(resolve(sent, this.sentTypes), resolve(accepted, this.acceptedTypes), path)
    } finally {
      this.open.delete(pair)
    }
  }

  private compareStructure(sent: Shape, accepted: Shape, path: string): readonly Break[] {
    if (accepted === 'unknown') return []
    const choices = this.choicesOf(sent, this.sentTypes)
    if (choices.length > 1) return choices.flatMap((one) => this.compare(one, accepted, path))
    const [only = sent] = choices
    const known = this.choicesOf(accepted, this.acceptedTypes)
    if (known.length > 1) return this.fitsOne(only, known, path)
    return this.compareOne(only, known[0] ?? accepted, path)
  }

  /** The best fit tells: of the kinds of an object the one that its literal members name. */
  private fitsOne(sent: Shape, known: readonly Shape[], path: string): readonly Break[] {
    const tries = known.map((one) => this.compareOne(sent, one, path))
    if (tries.some((breaks) => breaks.length === 0)) return []
    const nearest = tries.filter((_breaks, n) => this.isSameKind(sent, known[n])).sort((a, b) => a.length - b.length)
    return nearest[0] ?? [at(path, `${textOf(sent)} is none of ${known.map(textOf).join(' | ')}`)]
  }

  private isSameKind(sent: Shape, known: Shape | undefined): boolean {
    if (typeof sent === 'string' || typeof known === 'string' || !known) return false
    if (!('object' in sent) || !('object' in known)) return false
    return Object.entries(known.object).every(([key, member]) => {
      const own = sent.object[key]
      if (typeof member === 'string' || !('literal' in member)) return true
      return own !== undefined && JSON.stringify(own) === JSON.stringify(member)
    })
  }

  private compareOne(sent: Shape, accepted: Shape, path: string): readonly Break[] {
    if (sent === accepted) return []
    const refused = [at(path, `${textOf(sent)} is not ${textOf(accepted)}`)]
    if (typeof sent === 'string') return refused
    if (typeof accepted === 'string') return 'literal' in sent && typeof sent.literal === accepted ? [] : refused
    if ('literal' in sent) return 'literal' in accepted && sent.literal === accepted.literal ? [] : refused
    if ('array' in accepted) {
      if ('array' in sent) return this.compare(sent.array, accepted.array, `${path}[]`)
      if ('tuple' in sent) return sent.tuple.flatMap((item) => this.compare(item, accepted.array, `${path}[]`))
    }
    if ('tuple' in sent && 'tuple' in accepted && sent.tuple.length === accepted.tuple.length) {
      const items = accepted.tuple
      return sent.tuple.flatMap((item, n) => this.compare(item, items[n] ?? 'unknown', `${path}[${n}]`))
    }
    if ('record' in accepted) {
      if ('record' in sent) return this.compare(sent.record, accepted.record, `${path}{}`)
      if ('object' in sent) {
        const members = [...membersOf(sent.object)]
        return members.flatMap(([key, { shape }]) => this.compare(shape, accepted.record, below(path, key)))
      }
    }
    if ('object' in sent && 'object' in accepted) return this.compareMembers(sent.object, accepted.object, path)
    return refused
  }

  private compareMembers(
    sent: Readonly<Record<string, Shape>>,
    accepted: Readonly<Record<string, Shape>>,
    path: string,
  ): readonly Break[] {
    const [own, wanted] = [membersOf(sent), membersOf(accepted)]
    const broken = [...wanted].flatMap(([key, member]) => {
      const place = below(path, key)
      const there = own.get(key)
      if (!there) return member.optional ? this.inExact(at(place, 'is not there any more')) : [at(place, 'is missing')]
      if (there.optional && !member.optional) return [at(place, 'may be absent')]
      const more = member.optional && !there.optional ? this.inExact(at(place, 'is always there')) : []
      return [...more, ...this.compare(there.shape, member.shape, place)]
    })
    const unknown = [...own.keys()].filter((key) => !wanted.has(key)).map((key) => at(below(path, key), 'is new'))
    return [...broken, ...unknown.flatMap((one) => this.inExact(one))]
  }

  private inExact(one: Break): readonly Break[] {
    return this.options.exact ? [one] : []
  }

  /** The members of a union, of nested ones too; true and false of a boolean. */
  private choicesOf(shape: Shape, types: Types): readonly Shape[] {
    const resolved = resolve(shape, types)
    if (resolved === 'boolean') return [{ literal: true }, { literal: false }]
    if (typeof resolved === 'string' || !('union' in resolved)) return [resolved]
    return resolved.union.flatMap((one) => this.choicesOf(one, types))
  }
}

const isReference = (shape: Shape): shape is { readonly type: string } => typeof shape !== 'string' && 'type' in shape

function resolve(shape: Shape, types: Types): Shape {
  if (!isReference(shape)) return shape
  const found = types[shape.type]
  if (found === undefined) throw new Error(`no shape is named ${shape.type}`)
  return resolve(found, types)
}

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)
const at = (path: string, what: string): Break => `${path === '' ? '(all of it)' : path}: ${what}`
