/** Modules that a trial is read from; results, documents and outcomes, which make most of a record's size, are left there. */
export const FIELDS = [
  'IdentificationModule',
  'StatusModule',
  'SponsorCollaboratorsModule',
  'BriefSummary',
  'ConditionsModule',
  'DesignModule',
  'ArmsInterventionsModule',
  'EligibilityModule',
  'ContactsLocationsModule',
  'ConditionBrowseModule',
]
