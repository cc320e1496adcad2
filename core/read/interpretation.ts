/** HL7 v2/v3 observation interpretation codes in words. */
export function interpretationWords(code: string | undefined): string | undefined {
  return code === undefined ? undefined : INTERPRETATIONS.get(code.toUpperCase())
}

const INTERPRETATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    H: 'high',
    HH: 'very high',
    HU: 'very high',
    L: 'low',
    LL: 'very low',
    LU: 'very low',
    A: 'abnormal',
    AA: 'very abnormal',
    N: 'normal',
    POS: 'positive',
    NEG: 'negative',
    IND: 'indeterminate',
    DET: 'detected',
    ND: 'not detected',
  } satisfies Record<string, string>),
)
