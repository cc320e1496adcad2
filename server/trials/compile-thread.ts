/** A thread that compiles trials: gets a list of registry records as text, answers with the list of what `packedOfRecord` makes of them. */
import { parentPort } from 'node:worker_threads'
import { standBack } from '../stand-back.ts'
import { packedOfRecord } from './packed-trial.ts'

standBack()
parentPort?.on('message', (records: readonly string[]) => parentPort?.postMessage(records.map(packedOfRecord)))
