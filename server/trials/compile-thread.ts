/** A thread that compiles trials: gets a list of registry records as text, answers with the list of what `packedOfRecord` makes of them. */
import { parentPort } from 'node:worker_threads'
import { packedOfRecord } from './packed-trial.ts'

parentPort?.on('message', (records: readonly string[]) => parentPort?.postMessage(records.map(packedOfRecord)))
