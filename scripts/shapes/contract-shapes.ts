import type ts from 'typescript'
import { ACTION_FACTS, type ActionName } from '../../miniprogram/shared/contract/actions'
import { actions as api } from '../../cloudfunctions/api/index'
import { type Action } from '../../cloudfunctions/kernel/define-action'
import { actions as transfer } from '../../cloudfunctions/transfer/index'
import { type FunctionName, type Repeat } from '../../miniprogram/shared/contract/actions/facts'
import { type InputCheck, inputCheckOf } from './input-check'
import { exportedType, programOf, sourceOf } from './program'
import { ShapeReader } from './read-shape'
import { type Shape, type Types } from './shape'

const ACTIONS = 'miniprogram/shared/contract/actions.ts'
const REPLY = 'miniprogram/shared/contract/reply.ts'

interface ActionShape {
  readonly on: FunctionName
  readonly repeat: Repeat
  readonly input: Shape
  readonly output: Shape
  /** What the function demands of an input beyond its structure. */
  readonly limits: InputCheck['limits']
}

/** What pages and functions say to each other, without what it means. */
export interface ContractShapes {
  /** The envelope around an input. */
  readonly call: Shape
  /** The envelope around an output. */
  readonly reply: Shape
  readonly actions: Readonly<Record<string, ActionShape>>
  readonly types: Types
}

const served: readonly Action[] = [...api, ...transfer]

/** The action as a function serves it. */
export function servedAs(name: string): Action {
  const found = served.find((action) => action.name === name)
  if (!found) throw new Error(`no function serves ${name}`)
  return found
}

/** Reads the contract's shapes from its types. @param root of the checkout */
export function contractShapes(root: string): ContractShapes {
  const program = programOf(root, [ACTIONS, REPLY])
  const checker = program.getTypeChecker()
  const reader = new ShapeReader(checker)
  const envelope = (name: string): Shape =>
    reader.read(exportedType(checker, sourceOf(program, root, REPLY), name), name)
  const part = (action: ts.Symbol, name: 'input' | 'output'): Shape => {
    const symbol = checker.getTypeOfSymbol(action).getProperty(name)
    if (!symbol) throw new Error(`${action.name} has no ${name}`)
    return reader.read(checker.getTypeOfSymbol(symbol), `${action.name} ${name}`)
  }
  const actions = checker
    .getPropertiesOfType(exportedType(checker, sourceOf(program, root, ACTIONS), 'Actions'))
    .map((action): [string, ActionShape] => {
      // What pages and functions agree on; the audit log is the functions' own.
      const { on, repeat } = ACTION_FACTS[action.name as ActionName]
      const { limits } = inputCheckOf(servedAs(action.name).input)
      return [action.name, { on, repeat, input: part(action, 'input'), output: part(action, 'output'), limits }]
    })
  return {
    call: envelope('Call'),
    reply: envelope('Reply'),
    actions: Object.fromEntries(actions.sort(([a], [b]) => (a < b ? -1 : 1))),
    types: reader.types(),
  }
}
