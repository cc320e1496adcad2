import type { Me } from '@carefolio/core/api/account.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api/call.ts'
import { passkeysQuery, queries, setupQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { momentWords } from '../kit/day.ts'
import { Field } from '../kit/field.tsx'
import { Badge } from '../kit/notice.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Failed } from '../kit/states.tsx'
import { hasPasskeys, isCancelled, makePasskey } from '../welcome/passkey.ts'
import { words } from '../words/words.ts'
import { Panel } from './panel.tsx'
import { useFresh } from './use-fresh.tsx'

const w = words.settings
const renewed = () => Promise.all([['me'], ['passkeys']].map((queryKey) => queries.invalidateQueries({ queryKey })))

/** Passkeys, password, one-time codes, and the codes for the day when all else is lost. */
export function SignInWays({ me: { security } }: { me: Me }) {
  const [open, setOpen] = useState<'password' | 'totp' | 'codes'>()
  const passkeys = useQuery(passkeysQuery())
  const { guard, sheet } = useFresh()
  const add = useMutation({
    async mutationFn() {
      const answer = await makePasskey(await call('addPasskeyOptions'))
      return call('addPasskey', { body: { ...answer, name: deviceName() } })
    },
    onSuccess: renewed,
  })
  const remove = useMutation({ mutationFn: (passkey: string) => call('removePasskey', { params: { passkey } }), onSuccess: renewed })
  const removeTotp = useMutation({ mutationFn: () => call('removeTotp'), onSuccess: renewed })
  const failed = [add, remove, removeTotp].find((one) => one.isError && !isCancelled(one.error))
  return (
    <Panel icon="lock" title={w.signInWays}>
      <ul className="lines">
        {passkeys.data?.passkeys.map(({ id, name, madeAt, usedAt }) => (
          <li key={id}>
            <div className="grow">
              <strong>{w.passkeyNamed(name)}</strong>
              <p className="soft small">{usedAt ? w.used(momentWords(usedAt)) : w.made(momentWords(madeAt))}</p>
            </div>
            <Button look="plain" busy={remove.isPending && remove.variables === id} onClick={() => guard(() => remove.mutate(id))}>
              {w.remove}
              <span className="heard"> {name}</span>
            </Button>
          </li>
        ))}
        {hasPasskeys() && (
          <li>
            <div className="grow">
              <strong>{w.passkey}</strong>
              <p className="soft small">{w.passkeyLead}</p>
            </div>
            <Button look="plain" icon="plus" busy={add.isPending} onClick={() => guard(() => add.mutate())}>
              {w.addPasskey}
            </Button>
          </li>
        )}
        <li>
          <div className="grow">
            <strong>{words.signUp.passwordLabel}</strong>{' '}
            <Badge tone={security.password ? 'good' : undefined}>{security.password ? w.set : w.notSet}</Badge>
          </div>
          <Button look="plain" onClick={() => guard(() => setOpen('password'))}>
            {security.password ? w.changePassword : w.setPassword}
          </Button>
        </li>
        {security.password && (
          <li>
            <div className="grow">
              <strong>{w.totp}</strong> <Badge tone={security.totp ? 'good' : undefined}>{security.totp ? w.set : w.notSet}</Badge>
              <p className="soft small">{w.totpLead}</p>
            </div>
            <Button
              look="plain"
              busy={removeTotp.isPending}
              onClick={() => guard(() => (security.totp ? removeTotp.mutate() : setOpen('totp')))}
            >
              {security.totp ? w.remove : w.setUp}
              <span className="heard"> {w.totp}</span>
            </Button>
          </li>
        )}
        <li>
          <div className="grow">
            <strong>{w.recovery}</strong>{' '}
            <Badge tone={security.recoveryCodesLeft > 2 ? 'good' : 'ask'}>{w.codesLeft(security.recoveryCodesLeft)}</Badge>
            <p className="soft small">{w.recoveryLead}</p>
          </div>
          <Button look="plain" onClick={() => guard(() => setOpen('codes'))}>
            {w.makeCodes}
          </Button>
        </li>
      </ul>
      {passkeys.isError && <Failed error={passkeys.error} retry={() => void passkeys.refetch()} />}
      {failed && <Failed error={failed.error} />}
      {open === 'password' && <PasswordSheet onClose={() => setOpen(undefined)} />}
      {open === 'totp' && <TotpSheet onClose={() => setOpen(undefined)} />}
      {open === 'codes' && <CodesSheet onClose={() => setOpen(undefined)} />}
      {sheet}
    </Panel>
  )
}

/** Enough for a person to know which device it was. */
const deviceName = () =>
  ['iPhone', 'iPad', 'Android', 'Mac', 'Windows', 'Linux'].find((one) => navigator.userAgent.includes(one)) ?? w.thisDevice

function PasswordSheet({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = useState('')
  const least = useQuery(setupQuery()).data?.passwordLeast ?? 12
  const save = useMutation({
    mutationFn: () => call('changePassword', { body: { password } }),
    async onSuccess() {
      await renewed()
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  return (
    <Sheet title={words.signUp.passwordLabel} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="soft">{w.passwordEnds}</p>
        <Field
          label={w.newPassword}
          hint={words.signUp.passwordHint(least)}
          type="password"
          autoComplete="new-password"
          minLength={least}
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {save.isError && <Failed error={save.error} />}
        <Button type="submit" look="main" busy={save.isPending}>
          {words.kit.save}
        </Button>
      </form>
    </Sheet>
  )
}

function TotpSheet({ onClose }: { onClose: () => void }) {
  const [code, setCode] = useState('')
  const start = useQuery({ queryKey: ['totp'], queryFn: () => call('startTotp'), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const confirm = useMutation({
    mutationFn: () => call('confirmTotp', { body: { code: code.trim() } }),
    async onSuccess() {
      await renewed()
      onClose()
    },
  })
  return (
    <Sheet title={w.totp} onClose={onClose}>
      {start.isError && <Failed error={start.error} retry={() => void start.refetch()} />}
      {start.data && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            if (!confirm.isPending) confirm.mutate()
          }}
        >
          <p>{w.totpSteps}</p>
          <p className="code">{start.data.secret.replace(/(.{4})/g, '$1 ')}</p>
          <p>
            <a href={start.data.uri}>{w.totpOpen}</a>
          </p>
          <Field
            label={words.signIn.code}
            hint={words.signIn.codeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          {confirm.isError && <Failed error={confirm.error} />}
          <Button type="submit" look="main" busy={confirm.isPending}>
            {w.totpOn}
          </Button>
        </form>
      )}
    </Sheet>
  )
}

function CodesSheet({ onClose }: { onClose: () => void }) {
  const make = useMutation({ mutationFn: () => call('makeRecoveryCodes'), onSuccess: renewed })
  return (
    <Sheet title={w.recovery} onClose={onClose}>
      <p>{w.codesLead}</p>
      {make.isError && <Failed error={make.error} />}
      {make.data ? (
        <>
          <ul className="codes">
            {make.data.codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <div className="row">
            <Button icon="print" onClick={() => window.print()}>
              {w.printCodes}
            </Button>
            <Button look="main" onClick={onClose}>
              {w.codesKept}
            </Button>
          </div>
        </>
      ) : (
        <Button look="main" busy={make.isPending} onClick={() => make.mutate()}>
          {w.makeCodes}
        </Button>
      )}
    </Sheet>
  )
}
