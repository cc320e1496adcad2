import type { OpenQuestion } from '@carefolio/core/api/trials.ts'
import { useMutation } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { queries } from '../api/queries.ts'
import { Fold } from '../kit/fold.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { AnswerInput } from './answer-input.tsx'

/** Everything that an answer may change. */
export const renewAnswers = (person: string) =>
  Promise.all(['trials', 'trial', 'answers', 'profile'].map((name) => queries.invalidateQueries({ queryKey: [person, name] })))

/** A question of one criterion, answered where it stands: the trial is judged anew at once. */
export function AnswerHere({ question, person }: { question: OpenQuestion; person: string }) {
  const answer = useMutation({
    mutationFn: (value: unknown) => call('answer', { params: { person, key: question.key }, body: { value } }),
    onSuccess: () => renewAnswers(person),
  })
  if (question.expects === undefined) return null
  return (
    <div className="no-print">
      <Fold
        summary={
          <>
            {words.trials.sendAnswer}
            <span className="heard">: {question.text}</span>
          </>
        }
      >
        <AnswerInput expects={question.expects} person={person} busy={answer.isPending} onAnswer={(value) => answer.mutate(value)} />
        {answer.isError && <Failed error={answer.error} />}
      </Fold>
    </div>
  )
}
