import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { OWN_HEADER, pathOf } from '../../../core/api/route.ts'
import { ROUTES } from '../../../core/api/routes.ts'
import type { Seeded } from './fill-place.ts'

/** So many files wait at any time, so that every lane has work. */
const AHEAD = 6

/** Adds the demo patient's files (letters, PDFs, scans, C-CDA, FHIR) again and again and has them read, until stopped. How many were read. */
export async function keepReading(url: string, root: string, { reader, cookie }: Seeded, signal: AbortSignal): Promise<number> {
  const folder = join(root, 'corpus/patients/maria/records')
  const names = readdirSync(folder)
  const headers = { cookie: `${cookie}=${reader.token}`, 'x-forwarded-for': reader.address, [OWN_HEADER]: '1' }
  const params = { person: reader.id }
  let added = 0
  let read = 0
  while (!signal.aborted) {
    const ask = () => fetch(new URL(pathOf(ROUTES.originals, params), url), { headers })
    const list = await ask().catch(ask)
    const { originals } = (await list.json()) as { originals: { id: string; reading: { state: string } }[] }
    const open = originals.filter(({ reading }) => reading.state === 'waiting' || reading.state === 'reading').length
    read = added - open
    if (added < names.length && open < AHEAD) {
      const name = names[added] ?? ''
      const target = new URL(pathOf(ROUTES.addOriginal, params), url)
      target.searchParams.set('name', name)
      const body = readFileSync(join(folder, name))
      const response = await fetch(target, { method: 'POST', headers: { ...headers, 'content-type': 'application/octet-stream' }, body })
      if (response.ok) added++
      continue
    }
    // All are there: those that were read are read again.
    const again = originals.find(({ reading }) => reading.state !== 'waiting' && reading.state !== 'reading')
    if (open < AHEAD && again) {
      const target = new URL(pathOf(ROUTES.readAgain, { ...params, original: again.id }), url)
      if ((await fetch(target, { method: 'POST', headers })).ok) added++
      continue
    }
    await after(300)
  }
  return read
}
