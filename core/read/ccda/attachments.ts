import { bytesOfBase64, extensionOf } from '../base64.ts'
import type { Attachment } from '../reader.ts'
import { at, elementsOf, textOf, type XmlElement } from './xml-tree.ts'

/** Files carried inside the document: a whole body that is not XML, and pictures or PDFs beside the narrative. */
export function attachmentsOf(document: XmlElement): Attachment[] {
  const found: Attachment[] = []
  const take = (holder: XmlElement | undefined, name: string): void => {
    if (holder?.attributes['representation'] !== 'B64') return
    const bytes = bytesOfBase64(holder.children.filter((child) => typeof child === 'string').join(''))
    if (bytes) found.push({ name: `${name} ${found.length + 1}.${extensionOf(holder.attributes['mediaType'])}`, bytes })
  }
  const visit = (element: XmlElement): void => {
    if (element.name === 'nonXMLBody') take(at(element, 'text'), textOf(at(document, 'title')) ?? 'body')
    else if (element.name === 'observationMedia') take(at(element, 'value'), 'attachment')
    else if (element.name === 'act' || element.name === 'observation') take(at(element, 'text'), 'attachment')
    if (element.name !== 'text') for (const child of elementsOf(element)) visit(child)
  }
  visit(document)
  return found
}
