import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'

/** The package's own types leave out the views of the engine's memory. They are replaced when it grows: never keep one. */
export type Pdfium = Omit<WrappedPdfiumModule, 'pdfium'> & {
  pdfium: WrappedPdfiumModule['pdfium'] & { HEAPU8: Uint8Array; HEAPU32: Uint32Array; HEAP32: Int32Array; HEAPF32: Float32Array }
}

/** The PDFium engine, loaded once a thread. */
export function pdfium(): Promise<Pdfium> {
  loading ??= load()
  return loading
}
let loading: Promise<Pdfium> | undefined

/** Room in the engine's memory while `work` runs, `bytes` long; returns the address. */
export function withMemory<T>(engine: Pdfium, bytes: number, work: (address: number) => T): T {
  const address = engine.pdfium.wasmExports.malloc(bytes)
  try {
    return work(address)
  } finally {
    engine.pdfium.wasmExports.free(address)
  }
}

async function load(): Promise<Pdfium> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const engine = (await init({ wasmBinary: new Uint8Array(wasm).buffer })) as Pdfium
  engine.PDFiumExt_Init()
  return engine
}
