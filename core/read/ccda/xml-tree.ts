import { SaxesParser } from 'saxes'
import type { ErrorCode } from '../../record/errors.ts'

/** An element without its namespace prefix (`sdtc:` stays, so that extensions are not taken for the standard's own elements). */
export type XmlElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }

export type XmlTree = { root: XmlElement; damaged: boolean } | { refused: ErrorCode }

/** Deeper than any health record; recursion over the tree stays safe. */
const DEEPEST = 400
/** Characters. The largest real summaries have some tens of millions. */
const LONGEST = 200_000_000

/**
 * Reads XML into a light tree. A DOCTYPE is refused before anything can expand. A document that is cut off or not well-formed gives what
 * could be read before (`damaged`), so that a broken end does not lose the rest.
 */
export function readXml(xml: string): XmlTree {
  if (xml.length > LONGEST) return { refused: 'too-large' }
  const parser = new SaxesParser<PlainTags>({ xmlns: false, position: false })
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let damaged = false
  parser.on('error', () => {
    damaged = true
  })
  parser.on('doctype', () => {
    throw new Refusal('xml-bomb')
  })
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: localName(tag.name), attributes: localAttributes(tag.attributes), children: [] }
    if (open.length >= DEEPEST) throw new Refusal('xml-too-deep')
    if (open.length > 0) open.at(-1)?.children.push(element)
    else root ??= element
    open.push(element)
  })
  parser.on('closetag', (tag) => {
    const name = localName(tag.name)
    const at = open.findLastIndex((element) => element.name === name)
    if (at >= 0) open.length = at
  })
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    for (let at = 0; at < xml.length; at += CHUNK) parser.write(xml.slice(at, at + CHUNK))
    parser.close()
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code }
    damaged = true
  }
  return root ? { root, damaged } : { refused: 'damaged-xml' }
}

/** The element children of this name. */
export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  if (!element) return []
  const found: XmlElement[] = []
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) found.push(child)
  return found
}

/** The first element at the end of a path of names: `at(section, 'code', 'originalText')`. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let here = element
  for (const name of path) {
    const next: XmlElement | string | undefined = here?.children.find((child) => typeof child !== 'string' && child.name === name)
    if (next === undefined || typeof next === 'string') return undefined
    here = next
  }
  return here
}

/** Its element children, whatever their names. */
export const elementsOf = (element: XmlElement | undefined): XmlElement[] =>
  element ? element.children.filter((child) => typeof child !== 'string') : []

/** All its text, white space folded; undefined when there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined
  const parts: string[] = []
  const collect = (one: XmlElement): void => {
    for (const child of one.children) {
      if (typeof child === 'string') parts.push(child)
      else collect(child)
    }
  }
  collect(element)
  const text = parts.join(' ').replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

const CHUNK = 1 << 16

/** Tags without resolved namespaces: prefixes are dropped, whatever they are bound to. */
type PlainTags = { xmlns: false; position: false }

class Refusal extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode) {
    super(code)
    this.code = code
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 || name.startsWith('sdtc:') ? name : name.slice(colon + 1)
}

/** `xsi:type` by whatever prefix it has. */
function localAttributes(attributes: Record<string, string>): Record<string, string> {
  const other = Object.keys(attributes).find((name) => name.endsWith(':type') && name !== 'xsi:type')
  return other === undefined ? attributes : { ...attributes, 'xsi:type': attributes[other] ?? '' }
}
