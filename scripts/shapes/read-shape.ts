import { basename } from 'node:path'
import ts from 'typescript'
import { type Shape } from './shape'

const has = (type: ts.Type, flag: ts.TypeFlags): boolean => (type.flags & flag) !== 0

/** Reads the structure of types, and gives those with a name of their own that name. Throws for what is no plain data. */
export class ShapeReader {
  private readonly named = new Map<string, Shape>()
  private readonly nameOf = new Map<ts.Symbol, string>()

  constructor(private readonly checker: ts.TypeChecker) {}

  /** What was named while reading, by name. */
  types(): Record<string, Shape> {
    return Object.fromEntries([...this.named].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  read(type: ts.Type, path: string): Shape {
    const name = this.ownName(type)
    if (name === undefined) return this.structure(type, path)
    if (!this.named.has(name)) {
      // Known before it is read: it may contain itself.
      this.named.set(name, 'unknown')
      this.named.set(name, this.structure(type, name))
    }
    return { type: name }
  }

  private structure(type: ts.Type, path: string): Shape {
    // A value that the envelope carries, or that nobody has looked at.
    if (has(type, ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return 'unknown'
    if (type.isStringLiteral() || type.isNumberLiteral()) return { literal: type.value }
    if (has(type, ts.TypeFlags.BooleanLiteral)) return { literal: this.checker.typeToString(type) === 'true' }
    if (has(type, ts.TypeFlags.Boolean)) return 'boolean'
    if (has(type, ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return 'string'
    if (has(type, ts.TypeFlags.Number)) return 'number'
    if (has(type, ts.TypeFlags.Null)) return 'null'
    if (type.isUnion()) return this.union(type, path)
    if (has(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.object(type, path)
    throw new Error(`${path}: ${this.checker.typeToString(type)} is no plain data`)
  }

  private union(type: ts.UnionType, path: string): Shape {
    const there = type.types.filter((one) => !has(one, ts.TypeFlags.Undefined))
    const booleans = there.filter((one) => has(one, ts.TypeFlags.BooleanLiteral))
    const others = there.filter((one) => booleans.length < 2 || !booleans.includes(one))
    const shapes = [
      ...others.map((one) => this.read(one, path)),
      ...(booleans.length === 2 ? ['boolean' as const] : []),
    ]
    const [only, ...more] = shapes
    if (only !== undefined && more.length === 0) return only
    return { union: shapes.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }
  }

  private object(type: ts.Type, path: string): Shape {
    const { checker } = this
    const [element] = checker.getTypeArguments(type as ts.TypeReference)
    if (checker.isTupleType(type)) {
      const items = checker.getTypeArguments(type as ts.TypeReference)
      return { tuple: items.map((item, n) => this.read(item, `${path}[${n}]`)) }
    }
    if (checker.isArrayType(type) && element) return { array: this.read(element, `${path}[]`) }
    if (type.getCallSignatures().length > 0) throw new Error(`${path}: a function is no plain data`)
    const members = checker.getPropertiesOfType(type)
    const [index] = checker.getIndexInfosOfType(type)
    // Record<string, never>: an object with nothing in it.
    if (index && has(index.type, ts.TypeFlags.Never)) return { object: {} }
    if (index && members.length === 0) return { record: this.read(index.type, `${path}{}`) }
    const shapes = members.map((member): [string, Shape] => {
      const own = checker.getTypeOfSymbol(member)
      const optional = (member.flags & ts.SymbolFlags.Optional) !== 0 || allows(own, ts.TypeFlags.Undefined)
      const place = `${path}.${member.name}`
      return [optional ? `${member.name}?` : member.name, this.read(own, place)]
    })
    return { object: Object.fromEntries(shapes.sort(([a], [b]) => (a < b ? -1 : 1))) }
  }

  /** An interface or an alias without parameters; undefined for what has to be written out where it is used. */
  private ownName(type: ts.Type): string | undefined {
    const alias = type.aliasTypeArguments ? undefined : type.aliasSymbol
    const symbol = alias ?? (type.isClassOrInterface() && !type.typeParameters ? type.symbol : undefined)
    const [declared] = symbol?.declarations ?? []
    if (!symbol || !declared || declared.getSourceFile().isDeclarationFile) return undefined
    const known = this.nameOf.get(symbol)
    if (known !== undefined) return known
    const isTaken = [...this.nameOf.values()].includes(symbol.name)
    const name = isTaken ? `${symbol.name} (${basename(declared.getSourceFile().fileName, '.ts')})` : symbol.name
    this.nameOf.set(symbol, name)
    return name
  }
}

const allows = (type: ts.Type, flag: ts.TypeFlags): boolean =>
  has(type, flag) || (type.isUnion() && type.types.some((one) => has(one, flag)))
