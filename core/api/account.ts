import { z } from 'zod'
import { PartialDate } from '../record/partial-date.ts'
import { LEVELS, PARTS, type Route } from './route.ts'

/** Characters a password has at least. */
export const PASSWORD_LEAST = 12

export const Time = z.string().describe('ISO 8601, UTC')
export const Name = z.string().trim().min(1).max(120)
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const Password = z.string().min(PASSWORD_LEAST).max(200)
export const Zip = z.string().regex(/^\d{5}$/)

/** Three consents, each by itself and revocable; only the first is needed. */
export const Consents = z.object({
  /** To keep my files and read them. Without it there is nothing to do here. */
  keep: z.boolean(),
  /** To compare my profile with clinical trials. */
  trials: z.boolean(),
  /** To count me, without my name, in research. */
  research: z.boolean(),
})
export type Consents = z.infer<typeof Consents>

/** A person that the account may see, and as what. */
export const PersonSeen = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(LEVELS),
  hidden: z.array(z.enum(PARTS)),
  /** An invented person to look around with, never mixed with real ones. */
  demo: z.boolean(),
})
export type PersonSeen = z.infer<typeof PersonSeen>

export const Me = z.object({
  account: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** Here only to look at the invented person, without an account of their own; what they did goes when they leave. */
  visitor: z.boolean(),
  /** One's own first, then those one cares for, the demo last. */
  people: z.array(PersonSeen),
  security: z.object({ password: z.boolean(), passkeys: z.number().int(), totp: z.boolean(), recoveryCodesLeft: z.number().int() }),
  /** Until when sensitive things go without signing in again. */
  freshUntil: Time,
  /** When this session ends at the latest, and when if nothing is done. */
  endsAt: Time,
  idleAt: Time,
})
export type Me = z.infer<typeof Me>

/** What the browser's `navigator.credentials` gave, as @simplewebauthn/browser writes it, and the `challenge` it answers. */
const PasskeyAnswer = z.object({ challenge: z.string(), response: z.looseObject({ id: z.string() }) })
/** `options` go to @simplewebauthn/browser as they are. */
const PasskeyQuestion = z.object({ challenge: z.string(), options: z.looseObject({}) })
const SignedIn = z.object({ state: z.literal('signed-in'), me: Me })

const ANYONE = { who: 'anyone' } as const
const ACCOUNT = { who: 'account' } as const
const VISITOR = { who: 'account', visitor: true } as const

export const ACCOUNT_ROUTES = {
  setup: {
    method: 'GET',
    path: '/api/setup',
    summary: 'See whether this place is set up',
    access: ANYONE,
    answer: z.object({
      version: z.string(),
      /** False until somebody has an account: then the guided first run is shown. */
      hasAccounts: z.boolean(),
      /** `invited`: only with an invitation. */
      signUp: z.enum(['open', 'invited']),
      /** Where the key lies that everything is sealed with, to keep a copy of; told only to this computer, until there is an account. */
      keyFile: z.string().optional(),
      /** Whether the invented person can be looked at without an account (`visitDemo`): on this computer only. */
      demo: z.boolean(),
      /** Trials that are kept; 0 means that the host has not fetched them. */
      trials: z.number().int(),
      passwordLeast: z.number().int(),
    }),
  },
  visitDemo: {
    method: 'POST',
    path: '/api/demo/visit',
    summary: 'Look around with an invented person, without an account',
    access: ANYONE,
    answer: SignedIn,
  },
  signUp: {
    method: 'POST',
    path: '/api/account',
    summary: 'Make an account',
    access: ANYONE,
    body: z.object({
      name: Name,
      email: Email,
      /** A password or a passkey (made with the options of `signUpPasskey`); one of them is needed. */
      password: Password.optional(),
      passkey: PasskeyAnswer.optional(),
      birthDate: PartialDate,
      zip: Zip.optional(),
      consents: Consents,
      invitation: z.string().max(100).optional(),
    }),
    answer: SignedIn,
  },
  signUpPasskey: {
    method: 'POST',
    path: '/api/account/first-passkey',
    summary: 'Begin with a passkey',
    access: ANYONE,
    body: z.object({ name: Name, email: Email }),
    answer: PasskeyQuestion,
  },
  signIn: {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with a password',
    access: ANYONE,
    /** `code`: of the authenticator app, after `code-needed`. */
    body: z.object({ email: Email, password: z.string().max(200), code: z.string().max(10).optional() }),
    answer: z.discriminatedUnion('state', [SignedIn, z.object({ state: z.literal('code-needed') })]),
  },
  signInPasskeyOptions: {
    method: 'POST',
    path: '/api/session/passkey-options',
    summary: 'Begin to sign in with a passkey',
    access: ANYONE,
    answer: PasskeyQuestion,
  },
  signInPasskey: {
    method: 'POST',
    path: '/api/session/passkey',
    summary: 'Sign in with a passkey',
    access: ANYONE,
    body: PasskeyAnswer,
    answer: SignedIn,
  },
  signInRecovery: {
    method: 'POST',
    path: '/api/session/recovery',
    summary: 'Sign in with a recovery code, which is used up',
    access: ANYONE,
    body: z.object({ email: Email, code: z.string().max(40) }),
    answer: SignedIn,
  },
  signOut: { method: 'DELETE', path: '/api/session', summary: 'Sign out', access: VISITOR, answer: 'nothing' },
  me: { method: 'GET', path: '/api/me', summary: 'Who I am and whom I may see', access: VISITOR, answer: Me },
  changePassword: {
    method: 'PUT',
    path: '/api/account/password',
    summary: 'Set or change the password; ends all other sessions',
    access: ACCOUNT,
    fresh: true,
    body: z.object({ password: Password }),
    answer: 'nothing',
  },
  passkeys: {
    method: 'GET',
    path: '/api/account/passkeys',
    summary: 'List my passkeys',
    access: ACCOUNT,
    answer: z.object({ passkeys: z.array(z.object({ id: z.string(), name: z.string(), madeAt: Time, usedAt: Time.optional() })) }),
  },
  addPasskeyOptions: {
    method: 'POST',
    path: '/api/account/passkeys/options',
    summary: 'Begin to add a passkey',
    access: ACCOUNT,
    fresh: true,
    answer: PasskeyQuestion,
  },
  addPasskey: {
    method: 'POST',
    path: '/api/account/passkeys',
    summary: 'Add a passkey',
    access: ACCOUNT,
    fresh: true,
    body: PasskeyAnswer.extend({ name: Name }),
    answer: z.object({ id: z.string() }),
  },
  removePasskey: {
    method: 'DELETE',
    path: '/api/account/passkeys/:passkey',
    summary: 'Remove a passkey; the last way in cannot be removed',
    access: ACCOUNT,
    fresh: true,
    answer: 'nothing',
  },
  startTotp: {
    method: 'POST',
    path: '/api/account/totp',
    summary: 'Begin with an authenticator app',
    access: ACCOUNT,
    fresh: true,
    /** `uri` for a QR code, `secret` to type. */
    answer: z.object({ secret: z.string(), uri: z.string() }),
  },
  confirmTotp: {
    method: 'PUT',
    path: '/api/account/totp',
    summary: 'Ask for a code at every sign-in with the password',
    access: ACCOUNT,
    fresh: true,
    body: z.object({ code: z.string().max(10) }),
    answer: 'nothing',
  },
  removeTotp: {
    method: 'DELETE',
    path: '/api/account/totp',
    summary: 'Ask for no code any more',
    access: ACCOUNT,
    fresh: true,
    answer: 'nothing',
  },
  makeRecoveryCodes: {
    method: 'POST',
    path: '/api/account/recovery-codes',
    summary: 'Make ten new recovery codes; the old ones end',
    access: ACCOUNT,
    fresh: true,
    /** Shown this once. */
    answer: z.object({ codes: z.array(z.string()) }),
  },
  sessions: {
    method: 'GET',
    path: '/api/account/sessions',
    summary: 'List where I am signed in',
    access: ACCOUNT,
    answer: z.object({
      sessions: z.array(
        z.object({ id: z.string(), device: z.string(), how: z.string(), since: Time, lastSeen: Time, current: z.boolean() }),
      ),
    }),
  },
  endSession: {
    method: 'DELETE',
    path: '/api/account/sessions/:session',
    summary: 'End one session',
    access: ACCOUNT,
    answer: 'nothing',
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/api/account/sessions',
    summary: 'End all sessions but this one',
    access: ACCOUNT,
    answer: 'nothing',
  },
} as const satisfies Record<string, Route>
