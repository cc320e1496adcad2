import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-illness-by-name', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['of a treatment never given', 'ada', 'exclusion', 'Earlier immune-related adverse events', 'pass'],
    ['of a treatment that was given', 'cleo', 'exclusion', 'Earlier immune-related adverse events', 'unknown'],
    ['of a gland', 'ada', 'exclusion', 'Tumor lysis or adrenal hemorrhage', 'unknown'],
    ['of bone', 'ada', 'exclusion', 'Vertebral degeneration', 'pass'],
    ['a growth', 'ada', 'exclusion', 'Intestinal polyps', 'pass'],
    ['of the lung', 'ada', 'exclusion', 'Pulmonary silicosis', 'pass'],
    ['complications are asked', 'ada', 'exclusion', 'Complications of the airway', 'unknown'],
    ['by its ending', 'ada', 'exclusion', 'Any corneal erosion', 'pass'],
    ['of a place', 'ada', 'exclusion', 'Disorder of the biliary tract', 'pass'],
    ['several', 'ada', 'exclusion', 'Cholecystitis or appendicitis', 'pass'],
    ['with a word of time', 'ada', 'exclusion', 'Recent cholecystitis', 'pass'],
    ['several endings', 'ada', 'exclusion', 'Symptomatic cholangitis, orchitis or mastoiditis', 'pass'],
    ['silence passes only where a history was taken', 'eve', 'exclusion', 'Cholecystitis or appendicitis', 'unknown'],
    ['a symptom stands in no history', 'ada', 'exclusion', 'Any neurologic deficits', 'unknown'],
    ['a risk is asked', 'ada', 'exclusion', 'Symptoms of the skin', 'unknown'],
    ['not required of anybody', 'ada', 'inclusion', 'Presence of pancreatic insufficiency', 'unknown'],
    ['a rare name', 'ada', 'exclusion', 'Creutzfeldt-Jakob disease', 'pass'],
    ['after a no', 'ada', 'inclusion', 'No cholecystitis', 'pass'],
    ['of the skin', 'ada', 'exclusion', 'Bullous pemphigoid or ulceration of the skin', 'unknown'],
    ['beside a known one', 'ada', 'exclusion', 'Hypertension or hydrothorax', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
