import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call } from '../api/call.ts'
import { queries, setupQuery } from '../api/queries.ts'
import { BirthFields, type BirthParts, birthOf } from '../kit/birth-fields.tsx'
import { Button } from '../kit/button.tsx'
import { Check, Field } from '../kit/field.tsx'
import { LanguageChoice } from '../kit/language-choice.tsx'
import { Notice } from '../kit/notice.tsx'
import { Failed, ScreenHead } from '../kit/states.tsx'
import { Brand } from '../shell/brand.tsx'
import { words } from '../words/words.ts'
import { hasPasskeys, isCancelled, makePasskey } from './passkey.ts'
import './welcome.css'

const w = words.signUp
const STEPS = 3

type Told = BirthParts & {
  name: string
  email: string
  zip: string
  invitation: string
  password: string
  keep: boolean
  trials: boolean
  research: boolean
}
type Wrong = Partial<Record<keyof Told, string>>

/** Three short steps: who, what is allowed, and how to sign in. Nothing is sent before the last. */
export function SignUp() {
  const search = useSearch({ from: '/sign-up' })
  const setup = useQuery(setupQuery())
  const navigate = useNavigate()
  const [step, setStep] = useState(1)
  const [withPassword, setWithPassword] = useState(!hasPasskeys())
  const [wrong, setWrong] = useState<Wrong>({})
  const [told, setTold] = useState<Told>({
    name: '',
    email: '',
    month: '',
    day: '',
    year: '',
    zip: '',
    invitation: search.invitation ?? '',
    password: '',
    keep: false,
    trials: false,
    research: false,
  })
  // The first account of a place needs nobody's invitation.
  const invited = setup.data?.signUp === 'invited' && setup.data.hasAccounts
  const least = setup.data?.passwordLeast ?? 12
  const say = (more: Partial<Told>) => setTold((before) => ({ ...before, ...more }))
  const text = (name: keyof Told & string) => ({
    name,
    value: String(told[name]),
    wrong: wrong[name],
    onChange: (event: { currentTarget: { value: string } }) => say({ [name]: event.currentTarget.value }),
  })

  const enrol = useMutation({
    async mutationFn() {
      const { name, email } = told
      const birthDate = birthOf(told)
      if (birthDate === undefined) throw new Error('the first step asks for the date of birth')
      const by = withPassword
        ? { password: told.password }
        : { passkey: await makePasskey(await call('signUpPasskey', { body: { name, email } })) }
      return call('signUp', {
        body: {
          name,
          email,
          ...by,
          birthDate,
          ...(told.zip === '' ? {} : { zip: told.zip }),
          ...(told.invitation === '' ? {} : { invitation: told.invitation }),
          consents: { keep: told.keep, trials: told.trials, research: told.research },
        },
      })
    },
    async onSuccess({ me }) {
      queries.setQueryData(['me'], me)
      await navigate({ to: '/' })
    },
  })

  const goOn = (event: FormEvent) => {
    event.preventDefault()
    const found = wrongIn(told, step, withPassword, least, invited)
    setWrong(found)
    const [first] = Object.keys(found)
    if (first) return document.getElementsByName(first)[0]?.focus()
    if (step < STEPS) setStep(step + 1)
    else enrol.mutate()
  }

  return (
    <div className="shell">
      <header className="bar">
        <Brand />
        <LanguageChoice />
      </header>
      <main className="entry">
        <ScreenHead title={[w.title, w.consent, w.key][step - 1] ?? w.title} lead={[undefined, w.consentLead, w.keyLead][step - 1]} />
        <ol className="entry-steps" aria-label={w.step(step, STEPS)}>
          {Array.from({ length: STEPS }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps never change places
            <li key={i} className={i < step ? 'done' : ''} aria-current={i + 1 === step ? 'step' : undefined}>
              <span className="heard">{w.step(i + 1, STEPS)}</span>
            </li>
          ))}
        </ol>
        <form className="stack" onSubmit={goOn} noValidate>
          {step === 1 && (
            <>
              {invited && <Field label={w.invitation} hint={w.invitationHint} {...text('invitation')} />}
              <Field label={w.name} hint={w.nameHint} autoComplete="name" {...text('name')} />
              <Field label={w.email} hint={w.emailHint} type="email" inputMode="email" autoComplete="username" {...text('email')} />
              <BirthFields value={told} wrong={wrong.year} onChange={say} />
              <Field
                label={`${w.zip} ${words.kit.optional}`}
                hint={w.zipHint}
                inputMode="numeric"
                maxLength={5}
                autoComplete="postal-code"
                {...text('zip')}
              />
            </>
          )}
          {step === 2 && (
            <>
              {(['keep', 'trials', 'research'] as const).map((name) => (
                <Check
                  key={name}
                  name={name}
                  label={w.consents[name][0]}
                  why={w.consents[name][1]}
                  checked={told[name]}
                  onChange={(event) => say({ [name]: event.currentTarget.checked })}
                />
              ))}
              {wrong.keep && (
                <Notice tone="bad" live>
                  {wrong.keep}
                </Notice>
              )}
            </>
          )}
          {step === 3 && withPassword && (
            <Field label={w.passwordLabel} hint={w.passwordHint(least)} type="password" autoComplete="new-password" {...text('password')} />
          )}
          {enrol.isError &&
            (isCancelled(enrol.error) ? (
              <Notice tone="ask" title={w.cancelled} live>
                {w.cancelledWayOut}
              </Notice>
            ) : (
              <Failed error={enrol.error} />
            ))}
          <Button type="submit" look="main" wide busy={enrol.isPending} icon={step === 3 && !withPassword ? 'key' : undefined}>
            {step < STEPS ? w.next : withPassword ? w.done : w.passkey}
          </Button>
          {step === 3 && hasPasskeys() && (
            <Button look="plain" onClick={() => setWithPassword(!withPassword)}>
              {withPassword ? w.passkey : w.password}
            </Button>
          )}
          {step > 1 ? (
            <Button look="plain" icon="back" onClick={() => setStep(step - 1)}>
              {words.kit.back}
            </Button>
          ) : (
            <Link to="/sign-in" className="button plain">
              {w.have}
            </Link>
          )}
        </form>
      </main>
    </div>
  )
}

function wrongIn(told: Told, step: number, withPassword: boolean, least: number, invited: boolean): Wrong {
  if (step === 1)
    return {
      ...(invited && told.invitation.trim() === '' ? { invitation: w.needed } : {}),
      ...(told.name.trim() === '' ? { name: w.needed } : {}),
      ...(/^\S+@\S+\.\S+$/.test(told.email.trim()) ? {} : { email: told.email === '' ? w.needed : w.badEmail }),
      ...(birthOf(told) ? {} : { year: told.year + told.month + told.day === '' ? w.needed : w.badBirth }),
      ...(told.zip === '' || /^\d{5}$/.test(told.zip) ? {} : { zip: w.badZip }),
    }
  if (step === 2) return told.keep ? {} : { keep: w.needConsent }
  return withPassword && told.password.length < least ? { password: w.shortPassword(least) } : {}
}
