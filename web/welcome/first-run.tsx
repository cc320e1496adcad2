import { words } from '../words/words.ts'

const { firstRun, firstRunSteps: steps } = words.welcome

/** What is to do on a new server, in order: keep the key, make the first place, fetch the trials. */
export function FirstRun({ keyFile, trials }: { keyFile: string | undefined; trials: number }) {
  return (
    <section className="card first-run" aria-labelledby="first-run">
      <h2 id="first-run">{firstRun}</h2>
      <ol>
        {keyFile && (
          <li>
            <strong>{steps.key[0]}</strong>
            <p>
              {steps.key[1]} <code className="path">{keyFile}</code>
            </p>
          </li>
        )}
        <li>
          <strong>{steps.account[0]}</strong>
          <p>{steps.account[1]}</p>
        </li>
        {trials === 0 && (
          <li>
            <strong>{steps.trials[0]}</strong>
            <p>{steps.trials[1]}</p>
          </li>
        )}
      </ol>
    </section>
  )
}
