import type { OpenQuestion } from '@carefolio/core/api/trials.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { answersQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/fold.tsx'
import { Notice } from '../kit/notice.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { renewAnswers } from './answer-here.tsx'
import { AnswerInput } from './answer-input.tsx'

const w = words.trials
type Props = { questions: readonly OpenQuestion[]; person: string; mayHelp: boolean }

/** The questions that would settle the most trials, the first of them open; an answer changes the lists at once and can be taken back. */
export function Questions({ questions, person, mayHelp }: Props) {
  const [later, setLater] = useState<string[]>([])
  const given = useQuery(answersQuery(person))
  const renew = () => renewAnswers(person)
  const answer = useMutation({
    mutationFn: ({ key, value }: { key: string; value: unknown }) => call('answer', { params: { person, key }, body: { value } }),
    onSuccess: renew,
  })
  const takeBack = useMutation({ mutationFn: (key: string) => call('takeBackAnswer', { params: { person, key } }), onSuccess: renew })
  const toAsk = questions.filter(({ key, expects }) => expects !== undefined && !later.includes(key))
  const toKnow = questions.filter(({ expects }) => expects === undefined)
  const [first] = toAsk
  const answers = given.data?.answers ?? []
  return (
    <section className="card stack questions no-print" aria-labelledby="questions">
      <div className="stack tight">
        <h2 id="questions">{first ? w.questions : w.questionsDone}</h2>
        <p className="soft small">{first ? w.questionsLead : w.questionsDoneLead}</p>
      </div>
      {first && (
        <div className="stack question" key={first.key}>
          <h3>{first.text}</h3>
          <p className="soft small">
            {w.settles(first.settles)}
            {first.document && ` ${w.orRecord(first.document)}`}
          </p>
          {mayHelp && first.expects !== undefined && (
            <AnswerInput
              expects={first.expects}
              person={person}
              busy={answer.isPending}
              onAnswer={(value) => answer.mutate({ key: first.key, value })}
            />
          )}
          <div className="row">
            <Button look="plain" onClick={() => setLater([...later, first.key])}>
              {w.skip}
            </Button>
            <Link to="/p/$person/records" params={{ person }} className="button plain">
              {w.addRecord}
            </Link>
          </div>
        </div>
      )}
      {answer.isError && <Failed error={answer.error} />}
      {answer.isSuccess && (
        <Notice tone="good" live>
          {w.answered}
        </Notice>
      )}
      {toKnow.length > 0 && (
        <Fold summary={w.toKnow(toKnow.length)}>
          <ul className="plain-list stack tight">
            {toKnow.map(({ key, text, settles }) => (
              <li key={key}>
                {text} <span className="soft small">({w.settles(settles)})</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {answers.length > 0 && (
        <Fold summary={w.given(answers.length)}>
          <ul className="plain-list">
            {answers.map(({ key, value, by }) => (
              <li key={key} className="row spread">
                <span>
                  {key.replaceAll(/[:-]/g, ' ')}: <strong>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</strong>{' '}
                  <span className="soft small">{by}</span>
                </span>
                {mayHelp && (
                  <Button look="plain" busy={takeBack.isPending && takeBack.variables === key} onClick={() => takeBack.mutate(key)}>
                    {w.takeBack}
                    <span className="heard"> {key}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}
