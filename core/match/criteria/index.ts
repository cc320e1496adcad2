import { type ReadyKind, ready } from '../predicate.ts'
import { canComplyWithTheProtocol } from './can-comply-with-the-protocol.ts'
import { canSwallowMedicines } from './can-swallow-medicines.ts'
import { fitsTheDescription } from './fits-the-description.ts'
import { givesConsent } from './gives-consent.ts'
import { hasAdequateOrganFunction } from './has-adequate-organ-function.ts'
import { hasBeenTreatedFor } from './has-been-treated-for.ts'
import { hasBoneOnlyDisease } from './has-bone-only-disease.ts'
import { hasBrainMetastases } from './has-brain-metastases.ts'
import { hasBreastCancer } from './has-breast-cancer.ts'
import { hasCancerOfAnotherOrgan } from './has-cancer-of-another-organ.ts'
import { hasCondition } from './has-condition.ts'
import { hasControlledViralInfection } from './has-controlled-viral-infection.ts'
import { hasGeneByName } from './has-gene-by-name.ts'
import { hasGeneMutation } from './has-gene-mutation.ts'
import { hasHadAnthracyclineDose } from './has-had-anthracycline-dose.ts'
import { hasHadDoseReduced } from './has-had-dose-reduced.ts'
import { hasHadLiveVaccine } from './has-had-live-vaccine.ts'
import { hasHadMedicineByName } from './has-had-medicine-by-name.ts'
import { hasHadPriorLines } from './has-had-prior-lines.ts'
import { hasHadProcedureByName } from './has-had-procedure-by-name.ts'
import { hasHadRadiationOrSurgery } from './has-had-radiation-or-surgery.ts'
import { hasHer2Status } from './has-her2-status.ts'
import { hasHistology } from './has-histology.ts'
import { hasHormoneReceptorStatus } from './has-hormone-receptor-status.ts'
import { hasIllnessByName } from './has-illness-by-name.ts'
import { hasIrradiatedMarrow } from './has-irradiated-marrow.ts'
import { hasKnownResult } from './has-known-result.ts'
import { hasLeptomeningealDisease } from './has-leptomeningeal-disease.ts'
import { hasLifeExpectancy } from './has-life-expectancy.ts'
import { hasMeasurableDisease } from './has-measurable-disease.ts'
import { hasMenopausalStatus } from './has-menopausal-status.ts'
import { hasMetastasesInOrgan } from './has-metastases-in-organ.ts'
import { hasNoStandardTherapyLeft } from './has-no-standard-therapy-left.ts'
import { hasOtherCancer } from './has-other-cancer.ts'
import { hasOvarianSuppression } from './has-ovarian-suppression.ts'
import { hasPdL1 } from './has-pd-l1.ts'
import { hasPerformanceStatus } from './has-performance-status.ts'
import { hasPlannedSurgery } from './has-planned-surgery.ts'
import { hasProgressedEarly } from './has-progressed-early.ts'
import { hasProgressedOnTreatment } from './has-progressed-on-treatment.ts'
import { hasReceivedTreatment } from './has-received-treatment.ts'
import { hasRecoveredFromToxicity } from './has-recovered-from-toxicity.ts'
import { hasStageGroup } from './has-stage-group.ts'
import { hasStageOrSetting } from './has-stage-or-setting.ts'
import { hasTnmCategory } from './has-tnm-category.ts'
import { hasTumorByName } from './has-tumor-by-name.ts'
import { hasTumorMarkerScore } from './has-tumor-marker-score.ts'
import { hasTumorSize } from './has-tumor-size.ts'
import { hasTumorTissue } from './has-tumor-tissue.ts'
import { hasVisceralDisease } from './has-visceral-disease.ts'
import { hasWashedOut } from './has-washed-out.ts'
import { isAllergicToTheStudyDrug } from './is-allergic-to-the-study-drug.ts'
import { isAskedInWords } from './is-asked-in-words.ts'
import { isCandidateForTreatment } from './is-candidate-for-treatment.ts'
import { isConfirmedCentrally } from './is-confirmed-centrally.ts'
import { isEndocrineResistant } from './is-endocrine-resistant.ts'
import { isExaminedForTheStudy } from './is-examined-for-the-study.ts'
import { isInAnotherTrial } from './is-in-another-trial.ts'
import { isOfAge } from './is-of-age.ts'
import { isOfNyhaClass } from './is-of-nyha-class.ts'
import { isOfSex } from './is-of-sex.ts'
import { isPregnantOrNursing } from './is-pregnant-or-nursing.ts'
import { isReceivingOtherTreatment } from './is-receiving-other-treatment.ts'
import { isSettledByTheTeam } from './is-settled-by-the-team.ts'
import { isSuitableToTheInvestigator } from './is-suitable-to-the-investigator.ts'
import { isSurgicallySterile } from './is-surgically-sterile.ts'
import { isTripleNegative } from './is-triple-negative.ts'
import { labValuesAreWithinLimits } from './lab-values-are-within-limits.ts'
import { takesMedicine } from './takes-medicine.ts'
import { usesContraception } from './uses-contraception.ts'

/** Every kind of criterion we understand, one a line. Where two understand the same words, the longer reading wins; then the earlier here. */
export const KINDS: readonly ReadyKind[] = [
  ready(hasBreastCancer),
  ready(hasCancerOfAnotherOrgan),
  ready(hasHistology),
  ready(hasStageOrSetting),
  ready(hasStageGroup),
  ready(hasTnmCategory),
  ready(hasHer2Status),
  ready(hasHormoneReceptorStatus),
  ready(isTripleNegative),
  ready(hasKnownResult),
  ready(isConfirmedCentrally),
  ready(isCandidateForTreatment),
  ready(hasNoStandardTherapyLeft),
  ready(hasGeneMutation),
  ready(hasPdL1),
  ready(hasTumorMarkerScore),
  ready(hasMeasurableDisease),
  ready(hasBoneOnlyDisease),
  ready(hasVisceralDisease),
  ready(hasBrainMetastases),
  ready(hasLeptomeningealDisease),
  ready(hasHadPriorLines),
  ready(hasHadAnthracyclineDose),
  ready(hasHadDoseReduced),
  ready(hasProgressedEarly),
  ready(hasBeenTreatedFor),
  ready(hasProgressedOnTreatment),
  ready(isEndocrineResistant),
  ready(hasReceivedTreatment),
  ready(hasHadRadiationOrSurgery),
  ready(hasMenopausalStatus),
  ready(hasOvarianSuppression),
  ready(isOfAge),
  ready(isOfSex),
  ready(hasCondition),
  ready(labValuesAreWithinLimits),
  ready(hasAdequateOrganFunction),
  ready(canComplyWithTheProtocol),
  ready(canSwallowMedicines),
  ready(givesConsent),
  ready(hasHadLiveVaccine),
  ready(hasLifeExpectancy),
  ready(hasOtherCancer),
  ready(hasPerformanceStatus),
  ready(hasRecoveredFromToxicity),
  ready(hasTumorTissue),
  ready(hasWashedOut),
  ready(isAllergicToTheStudyDrug),
  ready(isInAnotherTrial),
  ready(isPregnantOrNursing),
  ready(isSuitableToTheInvestigator),
  ready(takesMedicine),
  ready(usesContraception),
  ready(isOfNyhaClass),
  ready(hasPlannedSurgery),
  ready(hasControlledViralInfection),
  ready(isReceivingOtherTreatment),
  ready(hasTumorSize),
  ready(hasIrradiatedMarrow),
  ready(isExaminedForTheStudy),
  ready(hasMetastasesInOrgan),
  ready(isSurgicallySterile),
  ready(fitsTheDescription),
  ready(hasIllnessByName),
  ready(hasHadProcedureByName),
  ready(hasHadMedicineByName),
  ready(hasGeneByName),
  ready(hasTumorByName),
  ready(isAskedInWords),
  ready(isSettledByTheTeam),
]
