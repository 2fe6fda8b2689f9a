import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { phone, resetPhone } from './phone'
import { Screen, type SimulatedNode } from './screen'
import { wxStub } from './wx'

export const MINIPROGRAM = resolve(__dirname, '../../miniprogram')
const NPM = 'miniprogram_npm'

interface Simulator {
  load(path: string, tagName: string, options: object): string
  render(id: string, properties?: object): SimulatedNode
}

interface PageDefinition {
  readonly data?: object
  readonly [key: string]: unknown
}

type Register = (definition: object) => void

interface PhoneSetup {
  readonly gateway?: string
  readonly citizen?: string
  readonly through?: 'sandbox' | 'wechat'
  /** The page that the app is launched with; none = a test that does not care. */
  readonly launchedWith?: string
}

let simulator: Simulator | undefined
const attached: SimulatedNode[] = []
let mounted = false

/**
 * A phone on which pages run in jsdom: the stub of wx, Page(), App(), getCurrentPages(). Call before each test;
 * `unplug` after it. Modules are loaded anew, so that nothing of the test before remains.
 */
export function plugIn(options: PhoneSetup = {}): void {
  unplug()
  // It puts an object of its own at globalThis.wx when it is loaded: the stub comes after it, and alone.
  simulator ??= jest.requireActual<Simulator>('miniprogram-simulate')
  resetRegistry()
  resetPhone()
  phone.citizen = options.citizen ?? phone.citizen
  phone.gateway = options.gateway ?? ''
  if (options.through === 'wechat') {
    phone.appId = 'wx0000000000000000'
    phone.envVersion = 'release'
  } else if (options.gateway !== undefined) {
    phone.storage.set('sandbox.gateway', options.gateway)
    phone.storage.set('sandbox.citizen', phone.citizen)
  }
  Object.assign(globalThis, {
    wx: wxStub,
    getCurrentPages: () => phone.pages,
    App: (definition: { onLaunch?: (launch: object) => void }) =>
      definition.onLaunch?.({ path: options.launchedWith ?? '', query: {} }),
    getApp: () => ({}),
    Page: registerPage,
  })
}

/** Takes the pages off the screen, so that their timers and listeners end. */
export function unplug(): void {
  for (const node of attached.splice(0)) {
    callIfThere(node, 'onUnload')
    node.detach()
  }
}

/** Opens a page as WeChat does: onLoad with its query, onShow, onReady. Path as in app.json. */
export async function openPage(path: string, query: Record<string, string> = {}): Promise<Screen> {
  const screen = mount(path, {})
  phone.pages.push(Object.assign(screen.node.instance, { route: path }))
  callIfThere(screen.node, 'onLoad', query)
  callIfThere(screen.node, 'onShow')
  callIfThere(screen.node, 'onReady')
  await screen.rest()
  return screen
}

/** Opens what the last navigation asked for. */
export function openVisited(): Promise<Screen> {
  const last = phone.visits.at(-1)
  if (last === undefined) throw new Error('no page was asked for')
  const url = new URL(last.url, 'http://mini')
  return openPage(url.pathname.slice(1), Object.fromEntries(url.searchParams))
}

/** Renders one component with properties. Path below miniprogram/. */
export function renderComponent(path: string, properties: object): Screen {
  return mount(path, properties)
}

function resetRegistry(): void {
  jest.resetModules()
  mounted = false
}

function mount(path: string, properties: object): Screen {
  if (simulator === undefined) throw new Error('call plugIn first')
  // A component registers itself when its file runs, which it does once per registry.
  if (mounted) resetRegistry()
  mounted = true
  const full = join(MINIPROGRAM, path)
  if (!existsSync(`${full}.json`)) throw new Error(`there is no page or component ${path}`)
  const id = simulator.load(full, 'main', {
    rootPath: MINIPROGRAM,
    compiler: 'simulate',
    usingComponents: sheetsFirst(npmComponents(full)),
  })
  const node = simulator.render(id, properties)
  node.attach(document.createElement('parent'))
  attached.push(node)
  return new Screen(node)
}

/** WeChat finds `tdesign-miniprogram/…` in miniprogram_npm; miniprogram-simulate needs the path from the root. */
function npmComponents(
  full: string,
  found: Record<string, string> = {},
  seen = new Set<string>(),
): Record<string, string> {
  if (seen.has(full) || !existsSync(`${full}.json`)) return found
  seen.add(full)
  const { usingComponents = {} } = JSON.parse(readFileSync(`${full}.json`, 'utf8')) as {
    usingComponents?: Record<string, string>
  }
  for (const [name, path] of Object.entries(usingComponents)) {
    const below = path.startsWith('/') ? join(MINIPROGRAM, path) : join(dirname(full), path)
    if (existsSync(`${below}.json`)) npmComponents(below, found, seen)
    else if (existsSync(join(MINIPROGRAM, NPM, `${path}.json`))) found[name] = `/${NPM}/${path}`
    else throw new Error(`${relative(MINIPROGRAM, full)}.json uses ${name}, but there is no ${path}`)
  }
  return found
}

/**
 * miniprogram-simulate offers these to every component, TDesign's own ones too, and runs each in the order in which it meets
 * them: the popup, which shows icons, has to be met before a button has begun with its icon.
 */
function sheetsFirst(found: Record<string, string>): Record<string, string> {
  const { 't-popup': popup, ...others } = found
  return popup === undefined ? others : { 't-popup': popup, ...others }
}

/** Page() on top of Component(): functions become methods, other fields belong to the instance. */
function registerPage(definition: PageDefinition): void {
  const methods: Record<string, unknown> = {}
  const fields: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(definition)) {
    if (key === 'data' || key === 'options' || key === 'behaviors') continue
    if (typeof value === 'function') methods[key] = value
    else fields[key] = value
  }
  const { Component: register } = globalThis as unknown as { Component: Register }
  register({
    data: definition.data,
    ...(definition['behaviors'] === undefined ? {} : { behaviors: definition['behaviors'] }),
    methods,
    lifetimes: {
      created(this: object) {
        Object.assign(this, fields)
      },
    },
  })
}

function callIfThere(node: SimulatedNode, method: string, ...args: unknown[]): void {
  const found = node.instance[method]
  if (typeof found === 'function') Reflect.apply(found, node.instance, args)
}
