import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'

/** The files of a report that a person reads and nothing else: no path of a request ever reaches the disk. */
const FILES: Record<string, { name: string; type: string }> = {
  '/': { name: 'report.html', type: 'text/html; charset=utf-8' },
  '/report.html': { name: 'report.html', type: 'text/html; charset=utf-8' },
  '/report.pdf': { name: 'report.pdf', type: 'application/pdf' },
  '/trials.csv': { name: 'trials.csv', type: 'text/csv; charset=utf-8' },
}

/** Serves a written report on the loopback address only. Close with `await using`. Throws `not-found` when there is no report. */
export async function serveFolder(folder: string, port: number): Promise<AsyncDisposable & { url: string }> {
  const base = resolve(folder)
  try {
    await stat(join(base, 'report.html'))
  } catch (cause) {
    throw new AppError('not-found', { cause, detail: 'no report.html in this folder; make one with carefolio report' })
  }
  const server = createServer((request, response) => {
    const file = FILES[new URL(request.url ?? '/', 'http://localhost').pathname]
    const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.headers.host ?? '')
    if (file === undefined || !local || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here. The report is at /')
      return
    }
    response.writeHead(200, {
      'content-type': file.type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    })
    if (request.method === 'HEAD') response.end()
    else
      createReadStream(join(base, file.name))
        .on('error', () => response.destroy())
        .pipe(response)
  })
  await new Promise<void>((done, failed) => {
    server.once('error', (cause) => failed(new AppError('port-taken', { cause })))
    server.listen(port, '127.0.0.1', done)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://localhost:${actual}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
