import { plainText } from './clause.ts'
import type { CompiledCriterion } from './compile-criterion.ts'
import { allOf, kindsOf, type Predicate } from './predicate.ts'

/** "If the tumour is ER-positive: …", "Female participants must be either: …": the points listed are asked only of those. */
export function foldConditions(compiled: CompiledCriterion[], children: ReadonlyMap<number, number[]>): void {
  for (const piece of compiled) {
    const points = children.get(piece.criterion.index)
    const words = plainText(piece.criterion.text).trimEnd()
    const isOfCancer = points !== undefined && isOfOtherCancerOnly(piece)
    // "Patients treated for new lesions may be eligible if all of the following are met": of whom, its own words say to a doctor only.
    const isWayIn =
      !isOfCancer &&
      !piece.criterion.header &&
      piece.statements.length === 0 &&
      piece.criterion.section === 'inclusion' &&
      WAY_IN.test(words)
    if (!points || !(isOfCancer || isWayIn || CONDITION.test(words))) continue
    const when = isWayIn
      ? OF_THEM
      : allOf(piece.statements.map(({ does, predicate }): Predicate => (does === 'requires' ? predicate : { is: 'not', of: predicate })))
    if (!when) continue
    if (!isOfCancer) {
      piece.statements = []
      piece.asks = 'allows'
    }
    for (const place of points) {
      const point = compiled[place]
      if (!point) continue
      point.statements = point.statements.map(({ does, predicate }) => ({
        does,
        predicate: does === 'requires' ? { is: 'implies', when, asks: predicate } : { is: 'all', of: [when, predicate] },
      }))
    }
  }
}
const OF_THEM: Predicate = { is: 'unread', words: 'if it applies' }
const WAY_IN =
  /\b(?:patients|participants|subjects|women|men|those|individuals|persons?)\b[^.;]*\b(?:may|can)(?: also| still)? (?:be )?(?:considered )?(?:eligible|enrolled|included|allowed|permitted|participate|enroll?)\b[^.;]*\b(?:if|provided|when|who meet)\b[^.;]*:?$/

/** "Patients with brain lesions are not eligible if: …": what keeps them out is listed; the lesions alone do not. */
export function foldOpenExclusions(compiled: CompiledCriterion[], children: ReadonlyMap<number, number[]>): void {
  for (const piece of compiled) {
    const points = children.get(piece.criterion.index)
    const whom = allOf(piece.statements.flatMap(({ does, predicate }) => (does === 'excludes' ? [predicate] : [])))
    if (!points || !whom || whom.is === 'unread' || !OPEN_IF.test(plainText(piece.criterion.text).trimEnd())) continue
    piece.statements = []
    piece.asks = 'allows'
    for (const place of points)
      for (const statement of compiled[place]?.statements ?? [])
        if (statement.does === 'excludes') statement.predicate = { is: 'all', of: [whom, statement.predicate] }
  }
}
const OPEN_IF =
  /\b(?:not (?:be )?(?:eligible|allowed|permitted|enrolled|included)|ineligible|excluded)\b[^.;]{0,20}\b(?:if|when)(?: (?:any|one)(?: (?:or more )?of)?(?: the following)?[^.;:]{0,30})?:?$/

/** "The result must be HER2-0 or HER2-low: • HER2-0: IHC 0 • HER2-low: …": points that begin with a name their list or the point before it gives say what it means. */
export function foldDefinitions(compiled: CompiledCriterion[], children: ReadonlyMap<number, number[]>): void {
  // "Postmenopausal women: • aged 55 or more • younger, and without menses …": the points say what the word means.
  for (const piece of compiled) {
    const points = children.get(piece.criterion.index) ?? []
    const kinds = piece.statements.flatMap(({ predicate }) => [...kindsOf(predicate)])
    if (points.length < 2 || kinds.length === 0 || !kinds.every((kind) => OF_MENOPAUSE.test(kind)) || piece.criterion.text.length > 140)
      continue
    for (const place of points) {
      const point = compiled[place]
      if (point?.criterion.section === piece.criterion.section && MENOPAUSAL.test(plainText(point.criterion.text)))
        compiled[place] = { ...point, statements: [], asks: 'allows' }
    }
  }
  for (const points of children.values()) {
    const texts = points.map((place) => plainText(compiled[place]?.criterion.text ?? ''))
    const labels = texts.map((text) => DEFINED.exec(text)?.[1])
    labels.forEach((label, i) => {
      const place = points[i] ?? -1
      const point = compiled[place]
      const before = texts.slice(0, i).findLast((_, j) => labels[j] === undefined) ?? ''
      const others = labels.filter((one) => one !== undefined)
      if (!point || label === undefined || others.length < 2 || !others.every((one) => before.includes(one))) return
      compiled[place] = { ...point, statements: [], asks: 'allows' }
    })
  }
}
const OF_MENOPAUSE = /^(?:has-menopausal-status|is-surgically-sterile|is-of-sex)$/
const MENOPAUSAL = /^[^a-z]*(?:age[d ]|≥|>)|menses|menstr|amenorr|oophorect|ovar|fsh|follicle|estradiol|hysterect|postmenopausal range/
const DEFINED =
  /^[^a-z]*(her-?2[- ]?(?:0|zero|null|low|ultra-?low|negative|positive)|(?:hr|er|hormone receptor)[- ]?(?:low|negative|positive))(?: status)? ?:/
/** "• Pancreatic cancer", with what is asked of people with it listed under it. */
function isOfOtherCancerOnly({ criterion, statements }: CompiledCriterion): boolean {
  const kinds = statements.flatMap(({ does, predicate }) => (does === 'requires' ? [...kindsOf(predicate)] : ['']))
  return (
    criterion.section === 'inclusion' &&
    criterion.text.length < 90 &&
    kinds.length > 0 &&
    kinds.every((kind) => kind === 'has-cancer-of-another-organ' || kind === 'is-triple-negative')
  )
}
const CONDITION =
  /^[^a-z]*(?:if|for (?:(?:the|any|all|potential|eligible) )*(?:patients|participants|subjects|those|women|men|females?|males?)|(?:(?:fe)?males?|women|men)(?: (?:participants|patients|subjects))?(?: must(?: be)?)?(?=:$)|(?:fe)?male (?:participants|patients|subjects) must be|women must be|men must be)\b[^.;]*:$/
