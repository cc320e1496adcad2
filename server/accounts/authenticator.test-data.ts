import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/** A passkey as a phone holds it (WebAuthn Level 2, ES256, attestation "none"), made in memory. */
export class TestAuthenticator {
  readonly id = randomBytes(16)
  readonly #key: KeyObject
  readonly #point: { x: Buffer; y: Buffer }
  readonly #origin: string
  #counter = 0

  constructor(origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    this.#point = { x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url') }
    this.#origin = origin
  }

  /** The answer to the question for a new passkey. */
  create({ challenge }: { challenge: string }) {
    const publicKey = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      this.#point.x,
      Buffer.from([0x22, 0x58, 0x20]),
      this.#point.y,
    ])
    const data = Buffer.concat([this.#data(0x45), Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, publicKey])
    // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      Buffer.from([0x58, data.length]),
      data,
    ])
    return this.#answer(challenge, {
      clientDataJSON: this.#client('webauthn.create', challenge),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** The answer to the question for signing in. */
  get({ challenge }: { challenge: string }, change: { origin?: string } = {}) {
    this.#counter++
    const data = this.#data(0x05)
    const client = this.#client('webauthn.get', challenge, change.origin)
    const hash = createHash('sha256').update(Buffer.from(client, 'base64url')).digest()
    const signature = createSign('sha256')
      .update(Buffer.concat([data, hash]))
      .sign(this.#key)
    return this.#answer(challenge, {
      clientDataJSON: client,
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  /** Hash of the place's name, flags (1 present, 4 verified, 64 with key), counter. */
  #data(flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.#counter)
    return Buffer.concat([createHash('sha256').update(new URL(this.#origin).hostname).digest(), Buffer.from([flags]), counter])
  }

  #client(type: string, challenge: string, origin = this.#origin): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')
  }

  #answer(challenge: string, response: object) {
    const id = this.id.toString('base64url')
    return { challenge, response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response } }
  }
}

const text = (words: string) => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)])
