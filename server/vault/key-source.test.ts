import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keyFrom } from './key-source.ts'
import { keyringFrom } from './keyring.ts'
import { makeMasterKey, masterKeyOf } from './master-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-key-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const secret = Buffer.alloc(32, 9)
const text = secret.toString('base64')
const { id } = masterKeyOf(secret)

describe('the master key', () => {
  it('comes from a file, a setting, or what a command prints', async () => {
    const path = join(folder, 'a.key')
    writeFileSync(path, `${text}\n`, { mode: 0o600 })
    for (const source of [
      { from: 'file', path },
      { from: 'environment', text },
      { from: 'command', command: `echo ${text}` },
    ] as const)
      expect((await keyFrom(source)).id).toBe(id)
  })
  it.each([
    ['a command that fails', { from: 'command', command: 'echo key; false' }, 'master-key-missing'],
    ['a command that is not there', { from: 'command', command: 'no-such-program' }, 'master-key-missing'],
    ['a command that prints something else', { from: 'command', command: 'echo hello' }, 'master-key-wrong'],
    ['a key cut short', { from: 'environment', text: text.slice(0, 30) }, 'master-key-wrong'],
    ['a key with a blank in it', { from: 'environment', text: text.replace('C', ' ') }, 'master-key-wrong'],
    ['no file', { from: 'file', path: '/nowhere/master.key' }, 'master-key-missing'],
  ] as const)('is refused from %s', async (_, source, code) => {
    await expect(keyFrom(source)).rejects.toMatchObject({ code })
  })
  it('is refused from a file that others may read', async () => {
    const path = join(folder, 'open.key')
    writeFileSync(path, text, { mode: 0o644 })
    await expect(keyFrom({ from: 'file', path })).rejects.toMatchObject({ code: 'master-key-open' })
  })
  it('does not tell what a failing command printed', async () => {
    const failure = await keyFrom({ from: 'command', command: `echo ${text}; echo ${text} >&2; exit 1` }).catch((error: unknown) => error)
    expect(`${(failure as Error).stack}${String((failure as Error).cause)}`).not.toContain(text)
  })
  it('has its successor beside it on the ring once there is one, which is the one in use', async () => {
    const path = join(folder, 'ring.key')
    const first = await makeMasterKey(path)
    expect(await keyringFrom({ key: { from: 'file', path } })).toMatchObject({ current: { id: first.id } })
    const next = await makeMasterKey(`${path}.next`)
    expect(await keyringFrom({ key: { from: 'file', path } })).toMatchObject({ current: { id: next.id }, earlier: [{ id: first.id }] })
    const named = { key: { from: 'file', path }, nextKey: { from: 'environment', text } } as const
    expect(await keyringFrom(named)).toMatchObject({ current: { id }, earlier: [{ id: first.id }] })
  })
})
