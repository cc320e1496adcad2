import { teamKind } from '../team-kind.ts'

const EXAM = String.raw`(?:(?:chest|abdom\w+|pelvi\w+|brain|breast|bone|liver|head|neck|whole[- ]body|bilateral|diagnostic|baseline|screening|complete|full|physical|medical|clinical|contrast[- ]enhanced|enhanced|contrast|radiolog\w+|radiograph\w+|12-lead|resting|cardiac|dental|ophthalmolog\w+|eye|neurolog\w+|gynecologic\w*|tumou?r|disease|imaging|ct|mri|pet|x-ray|ultrasound|mammogra\w+|fdg|the|a|an|of|and|or|and\/or|\/|,) ?)*(?:(?:ct|mri|pet|bone|cat|muga|dexa)(?:\/(?:ct|mri))? ?scans?|scans?|x-rays?|mri|pet\/ct|pet-ct|computed tomography|magnetic resonance imaging|mammogra(?:ms?|phy)|ultrasounds?|sonogra\w+|bone scintigra\w+|echocardiogra(?:ms?|phy)|electrocardiogra(?:ms?|phy)|ecgs?|ekgs?|physical exam(?:ination)?s?|medical histor(?:y|ies)|history and physical(?: exam(?:ination)?)?|(?:eye|dental|ophthalmolog\w+|neurolog\w+|pelvic|breast|clinical) exam(?:ination)?s?|(?:radiolog\w+|radiograph\w+|tumou?r|disease|imaging|baseline|staging) (?:tumou?r |disease )?(?:assessments?|evaluations?|studies|stud(?:y|ies)|work-?ups?)|colonoscopy|lumbar puncture)`

export const isExaminedForTheStudy = teamKind({
  name: 'is-examined-for-the-study',
  reads:
    'Examinations that must be done before the study begins, whatever they show: "CT of chest and abdomen within 28 days", "complete history and physical examination".',
  source: 'Screening procedures; the trial team orders them',
  triggers:
    /scan|x-ray|mri\b|tomogra|resonance|mammogra|ultraso|sonogra|scintigra|cardiogra|\becg|\bekg|exam|history|assessment|evaluation|work-?up|imaging/,
  words: [
    new RegExp(
      String.raw`(?:\b(?:patients?|participants?|subjects?|must|have|has|had|should|undergone|undergo|completed?|a|an|the|all|with|underwent)\s)*${EXAM}(?: \([^()]{1,40}\))?(?:(?:,? (?:and|or|and\/or) |, )${EXAM}(?: \([^()]{1,40}\))?)*(?: (?:of|for|to|including)(?: (?:the|all|chest|abdomen|pelvis|brain|head|neck|known|sites|disease|tumou?r|evaluate|assess|document|and|or|,))+)?(?: (?:must|should|has to|have to|will|is|are|was|were|has|have|had|be|been|to|done|required|needed))*(?: (?:obtained|performed|completed|done|conducted|taken|available|required|mandatory))? ?(?:within|(?:no|not) more than|≤|<|less than|at least|during the) ?(?:the )?(?:last |past )?(?:\d{1,3}|one|two|three|four|six|eight) ?(?:\(\d{1,2}\) )?(?:days?|weeks?|months?)(?: (?:prior to|before|of|preceding|from|prior)(?: [a-z0-9/]+){1,5})?`,
      'g',
    ),
    /\b(?:unable|inability) to (?:lie (?:flat|still|supine)|undergo (?:[a-z-]+ ){0,4}(?:mri|ct|pet|scans?|imaging|biops\w+|venipuncture|magnetic resonance imaging))\b[^.;]{0,80}|\bcontra-?indications? (?:to|for) (?:[a-z-]+ ){0,3}(?:mri|magnetic resonance|gadolinium|contrast)\b[^.;]{0,80}/g,
  ],
  because: 'Examinations of this sort are arranged with the trial team.',
})
