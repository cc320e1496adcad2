import type { FactKind, Her2, HormoneReceptor } from '@carefolio/core/record/fact.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { dayWords } from '../kit/day.ts'
import { Icon } from '../kit/icon.tsx'
import { words } from '../words/words.ts'
import type { Line } from './lines.ts'
import { Section } from './section.tsx'

const w = words.profile
type Specimen = Profile['receptors'][number]
type Props = { receptors: readonly Specimen[]; onOpen: (line: Line) => void; onAdd?: ((kind: FactKind) => void) | undefined }

/** ER, PR, HER2 and Ki-67 of every sample, oldest first; the sample opens its source. On a phone each row becomes a block. */
export function ReceptorsTable({ receptors, onOpen, onAdd }: Props) {
  if (receptors.length === 0)
    return <Section title={w.sections.receptors} id="receptors" kind="receptors" lines={[]} onOpen={onOpen} onAdd={onAdd} />
  return (
    <section className="card" aria-labelledby="receptors-title" id="receptors">
      <h2 id="receptors-title">{w.sections.receptors}</h2>
      <table className="receptors">
        <thead>
          <tr>
            {[w.specimen, w.date, 'ER', 'PR', 'HER2', 'Ki-67'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {receptors.map((one) => (
            <tr key={`${one.specimen} ${one.date} ${one.evidence[0]?.start}`}>
              <th scope="row">
                <button type="button" className="link-button" onClick={() => onOpen(lineOf(one))}>
                  {one.specimen}
                  <Icon name="next" size={16} />
                  <span className="heard">{w.openSource}</span>
                </button>
              </th>
              <td className="number nowrap">{one.date ? dayWords(one.date) : <span className="soft">{w.notStated}</span>}</td>
              <Cell name="ER" value={one.er && hormoneWords(one.er)} />
              <Cell name="PR" value={one.pr && hormoneWords(one.pr)} />
              <Cell name="HER2" value={one.her2 && her2Words(one.her2)} />
              <Cell name="Ki-67" value={one.ki67 === undefined ? undefined : `${one.ki67}%`} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ name, value }: { name: string; value: string | undefined }) {
  return (
    <td data-name={name}>
      {value || (
        <span className="soft">
          <span aria-hidden="true">–</span>
          <span className="heard">{w.notStated}</span>
        </span>
      )}
    </td>
  )
}

const hormoneWords = ({ status, percent }: HormoneReceptor) => `${w.receptor[status]}${percent === undefined ? '' : ` ${percent}%`}`

const her2Words = ({ status, ihc, ish, ratio }: Her2) =>
  [status && w.her2[status], [ihc && `IHC ${ihc}`, ish && w.ish[ish], ratio !== undefined && w.ratio(ratio)].filter(Boolean).join(', ')]
    .filter(Boolean)
    .join(' · ')

const lineOf = (one: Specimen): Line => ({
  kind: 'receptors',
  title: one.specimen,
  detail: [
    one.er && `ER ${hormoneWords(one.er)}`,
    one.pr && `PR ${hormoneWords(one.pr)}`,
    one.her2 && `HER2 ${her2Words(one.her2)}`,
    one.ki67 !== undefined && `Ki-67 ${one.ki67}%`,
  ]
    .filter(Boolean)
    .join('; '),
  date: one.date,
  reason: one.reason,
  evidence: one.evidence,
  value: one,
})
