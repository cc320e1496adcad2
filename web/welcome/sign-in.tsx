import type { AnswerOf } from '@carefolio/core/api/routes.ts'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queries } from '../api/queries.ts'
import { LanguageChoice } from '../kit/language-choice.tsx'
import { ScreenHead } from '../kit/states.tsx'
import { Brand } from '../shell/brand.tsx'
import { words } from '../words/words.ts'
import { WaysIn } from './ways-in.tsx'
import './welcome.css'

type SignedIn = AnswerOf<'signInPasskey'>

export function SignIn() {
  const navigate = useNavigate()
  const [email, setEmail] = useState('')
  const enter = useMutation({
    async mutationFn({ me }: SignedIn) {
      queries.clear()
      queries.setQueryData(['me'], me)
      await navigate({ to: '/' })
    },
  })
  return (
    <div className="shell">
      <header className="bar">
        <Brand />
        <LanguageChoice />
      </header>
      <main className="entry">
        <ScreenHead title={words.signIn.title} />
        <WaysIn email={email} onEmail={setEmail} onSignedIn={enter.mutate} />
        <Link to="/sign-up" className="button plain wide">
          {words.signIn.new}
        </Link>
      </main>
    </div>
  )
}
