export const RELAXATIONS = ['liver-metastases', 'bone-metastases', 'gilbert', 'anticoagulant', 'female', 'male', 'other'] as const
/** Whom a limit is for, when not for everybody. */
export type Relaxation = (typeof RELAXATIONS)[number]

/** `AST ≤ 3 × ULN`: one limit for one or several tests. */
export type LabLimit = {
  op: '>=' | '>' | '<=' | '<'
  value: number
  of: 'unit' | 'ULN' | 'LLN' | 'normal' | 'grade'
  unit?: string
  /** Only for whom this holds; a limit without is for everybody else. */
  when?: Relaxation
}
/** Tests by their names in core/codes/labs.ts and the limits that all of them keep. */
export type LabGroup = { tests: string[]; limits: LabLimit[]; waived?: Relaxation }
/** Any one of the groups is enough: creatinine ≤ 1.5 × ULN, or clearance ≥ 60. */
export type LabAsk = { groups: LabGroup[]; days?: number; window?: string }

/** What was read in a statement about values, in order, with its place. */
export type LabItem =
  | { is: 'tests'; tests: string[]; at: number; joined: 'or' | 'and' | 'slash' | 'new' }
  | { is: 'limit'; limit: LabLimit; at: number }
  | { is: 'when'; when: Relaxation; at: number }

/** Alternatives of tests with their limits; of several limits for one test the strictest is for everybody, the others for those named beside them. */
export function groupsOf(items: LabItem[]): LabGroup[] {
  const groups: { tests: string[]; limits: { limit: LabLimit; at: number }[] }[] = []
  const whens = items.filter((item) => item.is === 'when')
  for (const item of items) {
    const group = groups.at(-1)
    if (item.is === 'tests') {
      if (group && group.limits.length === 0) group.tests.push(...item.tests.filter((test) => !group.tests.includes(test)))
      else groups.push({ tests: [...item.tests], limits: [] })
    } else if (item.is === 'limit') group?.limits.push({ limit: item.limit, at: item.at })
  }
  const merged: typeof groups = []
  for (const group of groups.filter(({ limits }) => limits.length > 0)) {
    const same = merged.find(({ tests }) => tests.join() === group.tests.join())
    if (same) same.limits.push(...group.limits)
    else merged.push(group)
  }
  return merged
    .flatMap(eachItsUnit)
    .map(({ tests, limits }) => withRelaxations(tests, limits, whens, merged.length === 1 || tests[0] !== 'direct-bilirubin'))
}

/** "Creatinine or creatinine clearance ≤ 1.5 × ULN or ≥ 50 mL/min": a volume a minute is a limit of the clearance, any other one of creatinine itself. */
function eachItsUnit<T extends { tests: string[]; limits: { limit: LabLimit; at: number }[] }>(group: T): Pick<T, 'tests' | 'limits'>[] {
  const isClearance = (test: string) => test !== 'creatinine'
  const ofClearance = group.limits.filter(({ limit }) => isVolume(limit))
  const ofCreatinine = group.limits.filter(({ limit }) => !isVolume(limit))
  const isMixed = ofClearance.length > 0 && ofCreatinine.length > 0 && group.tests.includes('creatinine') && group.tests.some(isClearance)
  if (!isMixed) return [group]
  return [
    { tests: ['creatinine'], limits: ofCreatinine },
    { tests: group.tests.filter(isClearance), limits: ofClearance },
  ]
}
const isVolume = ({ of, unit }: LabLimit) => of === 'unit' && unit !== undefined && /^ml ?\/ ?(?:min|s)/i.test(unit)

function withRelaxations(
  tests: string[],
  limits: { limit: LabLimit; at: number }[],
  whens: (LabItem & { is: 'when' })[],
  owns: boolean,
): LabGroup {
  if (whens.length === 0 || !owns) return { tests, limits: limits.map(({ limit }) => limit) }
  if (whens.every(({ when }) => when === 'female' || when === 'male'))
    return { tests, limits: limits.map(({ limit, at }) => ({ ...limit, ...whenFor(whens.find((one) => one.at > at)?.when) })) }
  const comparable = limits.filter(({ limit }) => limit.of === limits[0]?.limit.of)
  if (comparable.length < 2) {
    const waived = whens[0]?.when
    return { tests, limits: limits.map(({ limit }) => limit), ...(waived && limits.length === 1 ? { waived } : {}) }
  }
  const isUpper = limits[0]?.limit.op !== '>=' || limits[0]?.limit.of === 'ULN'
  const strictest = comparable.reduce((a, b) => (isUpper === a.limit.value <= b.limit.value ? a : b))
  return {
    tests,
    limits: limits.map((one) => {
      if (one === strictest || one.limit.of !== strictest.limit.of || one.limit.value === strictest.limit.value) return one.limit
      const nearest = whens.reduce((a, b) => (Math.abs(a.at - one.at) <= Math.abs(b.at - one.at) ? a : b))
      return { ...one.limit, when: nearest.when }
    }),
  }
}

const whenFor = (when: Relaxation | undefined) => (when === undefined ? {} : { when })

export function relaxationOf(words: string): Relaxation {
  if (/gilb|leng|unconj/.test(words)) return 'gilbert'
  if (/anti-?coag|warfarin|coumadin|heparin/.test(words)) return 'anticoagulant'
  if (/hepatocellular/.test(words)) return 'other'
  if (/liver|hepat/.test(words)) return 'liver-metastases'
  return 'bone-metastases'
}
