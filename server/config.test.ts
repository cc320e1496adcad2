import { describe, expect, it } from 'vitest'
import { configOf } from './config.ts'

const of = (env: Record<string, string>) => configOf({ data: '/data' }, env, '/home/anna')

describe('the settings of a place', () => {
  it('takes the key from its file beside the data unless told otherwise', () => {
    expect(of({}).place).toEqual({ key: { from: 'file', path: '/data/master.key' }, signUp: 'open' })
  })
  it.each([
    [{ CAREFOLIO_KEY_FILE: '/etc/key' }, { from: 'file', path: '/etc/key' }],
    [{ CAREFOLIO_KEY: 'text' }, { from: 'environment', text: 'text' }],
    [{ CAREFOLIO_KEY_COMMAND: 'kms open' }, { from: 'command', command: 'kms open' }],
  ])('takes the key from %o', (env, key) => {
    expect(of(env as unknown as Record<string, string>).place.key).toEqual(key)
  })
  it('takes a bucket, with what suits most', () => {
    const env = { CAREFOLIO_S3_URL: 'https://s3.example.org', CAREFOLIO_S3_BUCKET: 'b', CAREFOLIO_S3_KEY_ID: 'k', CAREFOLIO_S3_SECRET: 's' }
    expect(of({ ...env, CAREFOLIO_S3_PREFIX: '/one/' }).place.s3).toEqual({
      url: 'https://s3.example.org',
      bucket: 'b',
      region: 'us-east-1',
      prefix: 'one/',
      keyId: 'k',
      secret: 's',
      style: 'path',
    })
  })
  it('names all settings that cannot be used at once, and none of their values', () => {
    const env = {
      CAREFOLIO_DATABASE_URL: 'mysql://secret',
      CAREFOLIO_ORIGIN: 'secret.example.org',
      CAREFOLIO_KEY: 'secret',
      CAREFOLIO_KEY_FILE: 'secret',
      CAREFOLIO_SIGN_UP: 'secret',
      CAREFOLIO_S3_URL: 'https://s3.example.org',
    }
    const failure = (() => {
      try {
        return of(env)
      } catch (error) {
        return error
      }
    })()
    expect(failure).toMatchObject({ code: 'setting-wrong' })
    for (const name of [...Object.keys(env).filter((one) => one !== 'CAREFOLIO_S3_URL'), 'CAREFOLIO_S3_BUCKET', 'CAREFOLIO_S3_SECRET'])
      expect((failure as Error).message).toContain(name)
    expect((failure as Error).message).not.toContain('secret')
  })
})
