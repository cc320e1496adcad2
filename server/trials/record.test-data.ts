/** A registry record with what a test is about; everything else is as in the registry. */
export function aRecord(
  id: string,
  more: { status?: string; updated?: string; criteria?: string; conditions?: string[]; aliases?: string[]; city?: string } = {},
) {
  return {
    protocolSection: {
      identificationModule: { nctId: id, briefTitle: `Trial ${id}`, ...(more.aliases ? { nctIdAliases: more.aliases } : {}) },
      statusModule: {
        overallStatus: more.status ?? 'RECRUITING',
        ...(more.updated === '' ? {} : { lastUpdatePostDateStruct: { date: more.updated ?? '2026-09-01', type: 'ACTUAL' } }),
      },
      conditionsModule: { conditions: more.conditions ?? ['Breast Cancer'] },
      designModule: { studyType: 'INTERVENTIONAL' },
      eligibilityModule: { eligibilityCriteria: more.criteria ?? 'Inclusion Criteria:\n\n* Age \\>= 18' },
      contactsLocationsModule: {
        locations: [{ facility: 'A hospital', city: more.city ?? 'Chicago', geoPoint: { lat: 41.85003, lon: -87.65005 } }],
      },
    },
    resultsSection: { huge: 'x'.repeat(100) },
  }
}

export const ids = (count: number) => Array.from({ length: count }, (_, i) => `DEMO${String(i + 1).padStart(4, '0')}`)
