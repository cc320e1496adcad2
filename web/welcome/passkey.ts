import type { BodyIn } from '@carefolio/core/api/routes.ts'
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { call } from '../api/call.ts'

type Created = Parameters<typeof startRegistration>[0]['optionsJSON']
type Asked = Parameters<typeof startAuthentication>[0]['optionsJSON']
type PasskeyAnswer = BodyIn<'signInPasskey'>

/** The person closed the question of their device, or it took too long. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')

export const hasPasskeys = (): boolean => typeof PublicKeyCredential !== 'undefined'

/** Asks the device for a new passkey; `question` comes from the server. */
export async function makePasskey({ challenge, options }: { challenge: string; options: object }): Promise<PasskeyAnswer> {
  const response = await startRegistration({ optionsJSON: options as Created })
  return { challenge, response: { ...response } }
}

export async function signInWithPasskey() {
  const { challenge, options } = await call('signInPasskeyOptions')
  const response = await startAuthentication({ optionsJSON: options as unknown as Asked })
  return call('signInPasskey', { body: { challenge, response: { ...response } } })
}
