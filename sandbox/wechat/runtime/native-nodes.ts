import * as engine from 'glass-easel'
import { assetAddress } from './asset-path'
import { asTaroElement } from './backend'
import { isReached } from './keyboard'
import { makeRegionPicker, setRegionValue } from './region-picker'

/** Attributes whose value is a class name: they follow the style scope of the component that writes them. */
const CLASS_ATTRIBUTES = new Set(['hoverClass', 'placeholderClass', 'indicatorClass', 'maskClass'])

/** WXML properties that Taro's elements call differently. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'TARO-INPUT-CORE': { focus: 'autoFocus' },
  'TARO-TEXTAREA-CORE': { focus: 'autoFocus' },
}

/**
 * The browser's own number box drops what is no number without a word, so that nobody could try here what is pasted. The
 * boxes are those for text, with the phone's keyboard for numbers. What WeChat does with a paste was not seen on a phone.
 */
const KEYBOARDS: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

const toCamelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** `24rpx` → a length in units of a 750th of the phone's width, as the page defines `--rpx`. */
function replaceRpx(style: string): string {
  return style.replace(/(-?\d*\.?\d+)rpx\b/g, 'calc($1 * var(--rpx))')
}

function scopedClasses(node: engine.NativeNode, classes: string): string {
  const host = node.ownerShadowRoot?.getHostNode()
  if (!host) return classes
  const scopes = host.getRootBehavior().ownerSpace.styleScopeManager
  const scope = scopes.queryName(host.getComponentOptions().styleScope ?? 0)
  if (!scope) return classes
  const names = classes.split(/\s+/).filter((name) => name !== '')
  return names.map((name) => `${scope}--${name}`).join(' ')
}

function convertValue(node: engine.NativeNode, property: string, value: unknown): unknown {
  if (CLASS_ATTRIBUTES.has(property) && typeof value === 'string' && value !== 'none') return scopedClasses(node, value)
  if (property === 'src' && typeof value === 'string') {
    return assetAddress(value, node.ownerShadowRoot?.getHostNode().is ?? '')
  }
  if (property === 'value' && (value === null || value === undefined)) return ''
  if (property === 'placeholderStyle' && typeof value === 'string') return replaceRpx(value)
  return value
}

const TEXT_BOXES: ReadonlySet<string> = new Set(['TARO-INPUT-CORE', 'TARO-TEXTAREA-CORE'])

/** Properties of the browser's own element inside of Taro's. */
function giveInner(element: HTMLElement, properties: object): void {
  Reflect.set(element, 'nativeProps', { ...(Reflect.get(element, 'nativeProps') as object | undefined), ...properties })
}

function updateTaroElement(node: engine.NativeNode, element: HTMLElement, name: string, raw: unknown): void {
  const property = toCamelCase(name)
  if (element.tagName === 'TARO-PICKER-CORE') {
    if (property === 'mode' && raw === 'region') return makeRegionPicker(element)
    if (property === 'value' && setRegionValue(element, raw)) return
  }
  const isKeyboard = element.tagName === 'TARO-INPUT-CORE' && property === 'type'
  if (isKeyboard) giveInner(element, { inputMode: KEYBOARDS[String(raw)] ?? 'text' })
  const value = isKeyboard && String(raw) in KEYBOARDS ? 'text' : convertValue(node, property, raw)
  // Kept as an attribute too: CSS attribute selectors and people who inspect the page rely on it.
  if (typeof value !== 'object' && typeof value !== 'function') node.setAttribute(name, isKeyboard ? raw : value)
  Reflect.set(element, RENAMED[element.tagName]?.[property] ?? property, value)
}

/** WeChat announces its controls to a screen reader by itself; Taro's elements are bare. */
const ROLES: Readonly<Record<string, string>> = { 'TARO-BUTTON-CORE': 'button', 'TARO-NAVIGATOR-CORE': 'link' }

function giveRole(element: HTMLElement): void {
  // What scrolls, the keyboard has to get there too, as to the page itself.
  if (element.tagName === 'TARO-SCROLL-VIEW-CORE') element.tabIndex = 0
  // What an image shows is said by its label in WXML; the browser's own picture inside has nothing to add.
  if (element.tagName === 'TARO-IMAGE-CORE') giveInner(element, { alt: '' })
  const role = ROLES[element.tagName]
  if (role === undefined || element.hasAttribute('role')) return
  element.setAttribute('role', role)
  element.tabIndex = 0
}

/** Makes WXML attributes reach Taro's elements as typed properties, and rpx work in inline styles. */
export function patchNativeNodes(): void {
  const create = Object.getOwnPropertyDescriptor(engine.NativeNode, 'create')?.value as typeof engine.NativeNode.create
  engine.NativeNode.create = function createNode(...args) {
    const node = create.apply(engine.NativeNode, args)
    const element = asTaroElement(node.getBackendElement())
    if (element) giveRole(element)
    return node
  }

  engine.NativeNode.prototype.updateAttribute = function updateAttribute(name: string, value: unknown): void {
    const element = asTaroElement(this.getBackendElement())
    if (element !== null && (name === 'aria-role' || name === 'role') && isReached(value)) element.tabIndex = 0
    // The box that has the focus is the inner one: without its own name a reader says the placeholder instead.
    if (element !== null && name === 'aria-label' && TEXT_BOXES.has(element.tagName))
      giveInner(element, { [name]: value })
    if (name === 'aria-role') this.setAttribute('role', value)
    else if (element === null || name.startsWith('aria-') || name === 'role') this.setAttribute(name, value)
    else updateTaroElement(this, element, name, value)
  }

  // the lint would have `this` bound; the original is called with the element below.
  const setNodeStyle = Object.getOwnPropertyDescriptor(engine.Element.prototype, 'setNodeStyle')?.value as (
    this: engine.Element,
    style: string,
    index?: number,
  ) => void
  engine.Element.prototype.setNodeStyle = function setStyle(style: string, index?: number): void {
    setNodeStyle.call(this, typeof style === 'string' ? replaceRpx(style) : style, index)
  }
}
