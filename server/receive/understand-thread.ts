import { parentPort } from 'node:worker_threads'
import type { Document } from '@carefolio/core/record/document.ts'
import { understand } from '@carefolio/core/understand/understand.ts'
import { standBack } from '../stand-back.ts'

// The thread of `understandingThread`: a document in, its facts out.
const port = parentPort
if (port === null) throw new Error('this file is started as a thread')
standBack()
port.on('message', (document: Document) => port.postMessage(understand(document)))
