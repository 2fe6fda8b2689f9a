import * as engine from 'glass-easel'
import { type component } from 'glass-easel-miniprogram-adapter'
import { formFieldBehavior } from './builtin-behaviors'

function valueOf(node: engine.Node): [string, unknown] | undefined {
  const behavior = formFieldBehavior()
  if (!engine.Component.isComponent(node) || behavior === undefined) return undefined
  const caller = node.getMethodCaller() as unknown as component.GeneralComponent
  if (!caller.hasBehavior(behavior)) return undefined
  const { name, value } = caller.data as { name?: string; value?: unknown }
  return name === undefined || name === '' ? undefined : [name, value]
}

function collect(node: engine.Node, into: Record<string, unknown>): void {
  const entry = valueOf(node)
  if (entry) into[entry[0]] = entry[1]
  if (engine.Element.isElement(node)) for (const child of node.childNodes) collect(child, into)
}

/** The values of the components with `wx://form-field` inside a form, by name; Taro's form knows built-in fields only. */
export function componentFields(form: engine.Element): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  collect(form, fields)
  return fields
}
