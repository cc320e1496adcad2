import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-tumor-tissue', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    [
      'nobody is kept out for having tissue',
      'ada',
      'exclusion',
      'These types of biopsies are likely to remove all of the tumor',
      'unknown',
    ],
    ['what departments keep', 'ada', 'inclusion', 'Availability of archival tumor tissue', 'pass'],
    ['tissue beside what was used', 'ada', 'inclusion', 'Availability of additional tumor tissue from the same sample', 'unknown'],
    ['tissue of today', 'ada', 'inclusion', 'Fresh tumor tissue must be available for the central laboratory', 'unknown'],
    ['archived tissue or a new biopsy', 'ada', 'inclusion', 'Has archival tumor tissue available or undergoes a new biopsy', 'pass'],
    ['willingness', 'ada', 'inclusion', 'Willing to undergo a fresh tumor biopsy', 'team'],
    ['willing', 'ada', 'inclusion', 'Willing to provide archival tumor tissue', 'team'],
    ['stored', 'ada', 'inclusion', 'Archival tumor tissue must be available', 'unknown'],
    ['new or old, a lesion that was biopsied', 'ada', 'inclusion', 'Adequate archival or fresh tumor tissue for analysis', 'pass'],
    ['new or old, bone only', 'dan', 'inclusion', 'Adequate archival or fresh tumor tissue for analysis', 'unknown'],
    ['amenable to biopsy', 'ada', 'inclusion', 'Must have a tumor lesion amenable to biopsy', 'pass'],
    ['amenable, bone only', 'dan', 'inclusion', 'Must have a tumor lesion amenable to biopsy', 'team'],
    [
      'none, still eligible',
      'dan',
      'inclusion',
      'Availability of archival tissue. Participants with no available archival tissue who cannot undergo a biopsy are eligible',
      'pass',
    ],
    ['agree', 'ada', 'inclusion', 'Agree to undergo a biopsy before and during treatment', 'team'],
    ['nobody knows', 'eve', 'inclusion', 'Availability of a formalin-fixed tumor tissue block', 'unknown'],
    ['where a result was found', 'ada', 'inclusion', 'PIK3CA mutation in tumor tissue or blood', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
