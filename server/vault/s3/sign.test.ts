import { describe, expect, it } from 'vitest'
import { sha256, signed } from './sign.ts'

/** The examples that Amazon publishes with the signature each must have ("Signature Calculations for the Authorization Header"). */
const SIGNER = { keyId: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' }
const AT = new Date('2013-05-24T00:00:00Z')
const EMPTY = sha256('')

describe('the signature of a call to S3', () => {
  it.each([
    [
      'of an object, a range of it',
      { method: 'GET', url: '/test.txt', headers: { range: 'bytes=0-9' }, payload: EMPTY },
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      'of an object to be kept',
      {
        method: 'PUT',
        url: '/test%24file.text',
        headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
        payload: sha256('Welcome to Amazon S3.'),
      },
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ],
    [
      'of a question without a value',
      { method: 'GET', url: '/?lifecycle', headers: {}, payload: EMPTY },
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ],
    [
      'of a list',
      { method: 'GET', url: '/?max-keys=2&prefix=J', headers: {}, payload: EMPTY },
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('is the published one: %s', (_, { method, url, headers, payload }, signature) => {
    const call = { method, url: new URL(url, 'https://examplebucket.s3.amazonaws.com'), headers, payload }
    expect(signed(call, SIGNER, AT)['authorization']).toContain(`Signature=${signature}`)
  })
  it('covers the token of credentials that end', () => {
    const call = { method: 'GET', url: new URL('https://s3.example.org/b'), headers: {}, payload: EMPTY }
    const headers = signed(call, { ...SIGNER, sessionToken: 'token' }, AT)
    expect(headers).toMatchObject({ 'x-amz-security-token': 'token' })
    expect(headers['authorization']).toContain(';x-amz-security-token,')
  })
})
