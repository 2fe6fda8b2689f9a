import { type behavior, type CodeSpace } from 'glass-easel-miniprogram-adapter'
import { type Definition } from './globals'

/** Properties of WeChat's `wx://` behaviors; the adapter knows behavior objects only, not these names. */
const PROPERTIES: Readonly<Record<string, Record<string, StringConstructor | null>>> = {
  'wx://form-field': { name: String, value: null },
  'wx://form-field-group': {},
  'wx://form-field-button': {},
  'wx://component-export': {},
  'wx://proxy-scroll-view': {},
}

type RegisteredBehavior = behavior.GeneralBehavior

let formField: RegisteredBehavior | undefined

/** The behavior whose components take part in a form's submit. */
export const formFieldBehavior = (): RegisteredBehavior | undefined => formField

/** A converter that replaces `wx://…` names in a definition's `behaviors`; an unknown name throws. */
export function builtinBehaviors(codeSpace: CodeSpace): (definition: Definition) => Definition {
  const registered = new Map<unknown, unknown>()
  for (const [name, properties] of Object.entries(PROPERTIES)) {
    registered.set(name, codeSpace.behavior().definition({ properties }).register())
  }
  formField = registered.get('wx://form-field') as RegisteredBehavior
  return (definition) => {
    if (!Array.isArray(definition.behaviors)) return definition
    const behaviors = (definition.behaviors as unknown[]).map((behavior) => {
      if (typeof behavior !== 'string') return behavior
      const found = registered.get(behavior)
      if (found === undefined) throw new Error(`Behavior "${behavior}" is not provided by the browser host`)
      return found
    })
    return { ...definition, behaviors }
  }
}
