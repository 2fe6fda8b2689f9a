import type * as engine from 'glass-easel'
import { type CodeSpace, type ComponentEnv, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { builtinBehaviors } from './builtin-behaviors'
import { type Definition } from './globals'
import { type ComponentEntry, type Program } from './program'
import { TAGS } from './tags'

type StaticConfig = Parameters<CodeSpace['addComponentStaticConfig']>[1]
type Template = Parameters<CodeSpace['addCompiledTemplate']>[1]

/** Lifetimes run on the adapter's caller object, which keeps the engine's component in `_$`. */
function engineComponent(caller: object): engine.GeneralComponent {
  return '_$' in caller ? (caller._$ as engine.GeneralComponent) : (caller as engine.GeneralComponent)
}

/** Elements that carry their component's path, for `:host` in WXSS. */
const HOST_ATTRIBUTE = 'mp-host'

/** Component options that the adapter prepares but does not declare. */
interface PreparesOptions {
  prepareComponentOptions(...args: unknown[]): [engine.ComponentOptions, unknown]
}

function writeIdsToDom(codeSpace: CodeSpace): void {
  const space = codeSpace as unknown as PreparesOptions
  const prepare = space.prepareComponentOptions.bind(space)
  // Plain ids in the DOM: WXSS `#id`, labels and end-to-end tests look for them.
  space.prepareComponentOptions = (...args) => {
    const [options, isolation] = prepare(...args)
    return [{ ...options, writeIdToDOM: true, idPrefixGenerator: undefined }, isolation]
  }
}

/** `ready` is the host's to fire: children before parents, after everything of this turn is attached. */
function readyQueue(): (component: engine.GeneralComponent) => void {
  const queue: engine.GeneralComponent[] = []
  const seen = new WeakSet<engine.GeneralComponent>()
  return (component) => {
    if (seen.has(component)) return
    seen.add(component)
    queue.push(component)
    if (queue.length > 1) return
    setTimeout(() => {
      for (const ready of queue.splice(0).reverse()) ready.triggerLifetime('ready', [])
    })
  }
}

function observeLifetimes(codeSpace: CodeSpace): void {
  const announceReady = readyQueue()
  codeSpace.setOverallBehavior(
    codeSpace
      .getComponentSpace()
      .define()
      .lifetime('created', function created() {
        const component = engineComponent(this)
        const element: unknown = component.$$
        if (element instanceof HTMLElement) element.setAttribute(HOST_ATTRIBUTE, component.is)
      })
      .lifetime('attached', function attached() {
        announceReady(engineComponent(this))
      })
      .registerBehavior(),
  )
}

/** Binds the Page, Component and Behavior globals to one component's registration. */
function installConstructors(env: ComponentEnv, withBehaviors: (definition: Definition) => Definition): void {
  globalThis.Page = (definition) => env.Page(withBehaviors(definition))
  globalThis.Component = (definition) => (definition ? env.Component(withBehaviors(definition)) : env.Component())
  const behavior = (definition?: Definition): unknown =>
    definition ? env.Behavior(withBehaviors(definition)) : env.Behavior()
  // Only handed on: the adapter has bound it already.
  const trait: unknown = Reflect.get(env.Behavior, 'trait')
  globalThis.Behavior = Object.assign(behavior, { trait })
}

export interface CodeBase {
  env: MiniProgramEnv
  codeSpace: CodeSpace
  /** Runs app.ts, where Behavior() and the others may be called already. */
  readonly runApp: () => void
  /** Runs every script, which registers its page or component. */
  register(): void
}

/** Prepares the engine for a program: tags, templates, style scopes, lifetimes. */
export function createCodeBase(program: Program): CodeBase {
  const env = new MiniProgramEnv()
  const codeSpace = env.createCodeSpace('', true)
  for (const [tag, element] of Object.entries(TAGS)) codeSpace.getComponentSpace().setGlobalUsingComponent(tag, element)
  writeIdsToDom(codeSpace)
  observeLifetimes(codeSpace)
  const withBehaviors = builtinBehaviors(codeSpace)
  const register = (component: ComponentEntry): void => {
    codeSpace.addComponentStaticConfig(component.path, component.config as StaticConfig)
    codeSpace.addStyleSheet(component.path, undefined, component.scope)
    codeSpace.addCompiledTemplate(component.path, {
      groupList: program.templates,
      content: program.templates[component.path],
      // Events that no component takes must still reach the native element.
      fallbackListenerOnNativeNode: true,
    } as unknown as Template)
    codeSpace.componentEnv(component.path, (constructors) => {
      installConstructors(constructors, withBehaviors)
      component.run()
    })
  }
  const runApp = (): void =>
    codeSpace.componentEnv('app', (constructors) => {
      installConstructors(constructors, withBehaviors)
      program.runApp()
    })
  return { env, codeSpace, runApp, register: () => program.components.forEach(register) }
}
