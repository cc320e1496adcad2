import type { AnswerOf } from '@carefolio/core/api/routes.ts'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api/call.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { hasPasskeys, isCancelled, signInWithPasskey } from './passkey.ts'

const w = words.signIn
type Props = { email: string; onEmail?: (email: string) => void; onSignedIn: (answer: AnswerOf<'signInPasskey'>) => void }

/** The ways to sign in: passkey first, then password (with a one-time code where one was set up), then a recovery code. */
export function WaysIn({ email, onEmail, onSignedIn }: Props) {
  const [way, setWay] = useState<'password' | 'code' | 'recovery'>('password')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: onSignedIn })
  const typed = useMutation({
    mutationFn: () =>
      way === 'recovery'
        ? call('signInRecovery', { body: { email, code: code.trim() } })
        : call('signIn', { body: { email, password, ...(way === 'code' ? { code: code.trim() } : {}) } }),
    onSuccess(answer) {
      if (answer.state === 'signed-in') onSignedIn(answer)
      else setWay('code')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!typed.isPending) typed.mutate()
  }
  return (
    <div className="stack ways-in">
      {hasPasskeys() && way === 'password' && (
        <>
          <Button look="main" icon="key" wide busy={passkey.isPending} onClick={() => passkey.mutate()}>
            {w.passkey}
          </Button>
          {passkey.isError &&
            (isCancelled(passkey.error) ? (
              <Notice tone="ask" title={w.cancelled} live>
                {w.cancelledWayOut}
              </Notice>
            ) : (
              <Failed error={passkey.error} />
            ))}
          <p className="or">{w.or}</p>
        </>
      )}
      <form className="stack" onSubmit={submit}>
        {way !== 'code' && (
          <Field
            label={w.email}
            type="email"
            autoComplete="username"
            required
            value={email}
            readOnly={onEmail === undefined}
            onChange={(event) => onEmail?.(event.currentTarget.value)}
          />
        )}
        {way === 'password' && (
          <Field
            label={w.password}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        {way !== 'password' && (
          <Field
            key={way}
            label={way === 'code' ? w.code : w.recovery}
            hint={way === 'code' ? w.codeHint : w.recoveryHint}
            autoComplete="one-time-code"
            inputMode={way === 'code' ? 'numeric' : 'text'}
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        {typed.isError && <Failed error={typed.error} />}
        <Button type="submit" look={hasPasskeys() && way === 'password' ? 'quiet' : 'main'} wide busy={typed.isPending}>
          {w.go}
        </Button>
        <Button
          look="plain"
          onClick={() => {
            setCode('')
            typed.reset()
            setWay(way === 'password' ? 'recovery' : 'password')
          }}
        >
          {way === 'password' ? w.useRecovery : w.usePassword}
        </Button>
      </form>
    </div>
  )
}
