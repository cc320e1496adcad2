import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasNativeEngine } from '../read/ocr/native-engine.ts'
import type { Finding } from './finding.ts'

/** What the program itself needs: a Node that runs it, engines that read pictures and PDF, and the built pages. */
export function checkEngines(): Finding[] {
  const major = Number(process.versions.node.split('.')[0])
  return [
    major >= OLDEST_NODE
      ? { about: 'Node', is: 'good', says: `Version ${process.versions.node}.` }
      : { about: 'Node', is: 'bad', says: `Version ${process.versions.node} is too old; ${OLDEST_NODE} or newer is needed.` },
    hasNativeEngine()
      ? { about: 'reading of pictures', is: 'good', says: 'The tesseract program is here and is used.' }
      : {
          about: 'reading of pictures',
          is: 'care',
          says: 'The tesseract program is not here, so the slower engine that came with npm is used. On Debian: apt-get install tesseract-ocr.',
        },
    existsSync(PAGES)
      ? { about: 'pages', is: 'good', says: 'They are built.' }
      : { about: 'pages', is: 'bad', says: 'They are not built, so browsers get nothing: npm run build.' },
  ]
}

const OLDEST_NODE = 24
const PAGES = join(import.meta.dirname, '../../web/dist/index.html')
