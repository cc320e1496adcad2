import type { ReadProblem } from './document.ts'

/**
 * Every way in which something expected can go wrong: what happened, in one plain sentence, and the way out.
 * `status` is the HTTP status that routes answer with. No entry holds patient data.
 */
export const ERRORS = {
  'empty-file': { status: 422, title: 'The file is empty.', wayOut: 'Ask for it again, or download it once more and add the new copy.' },
  'unknown-format': {
    status: 415,
    title: 'The kind of this file was not recognised.',
    wayOut: 'Add it as PDF, picture, Word document, text, C-CDA or FHIR file.',
  },
  'too-large': { status: 413, title: 'The file is larger than can be read safely.', wayOut: 'Split it into smaller files and add those.' },
  'took-too-long': {
    status: 422,
    title: 'Reading this file took longer than allowed and was stopped.',
    wayOut: 'Split it into smaller files, or raise the time limit with --timeout.',
  },
  'read-crashed': {
    status: 422,
    title: 'Reading this file failed in a way we did not expect.',
    wayOut: 'The file is kept. Convert it to PDF and add that copy.',
  },
  'reading-killed': {
    status: 422,
    title: 'Three times the whole program stopped while it read this file, so it is not read any more.',
    wayOut: 'The file is kept. Convert it to PDF and add that copy, or tell whoever runs this place.',
  },
  'no-access': {
    status: 403,
    title: 'The file could not be opened on this computer.',
    wayOut: 'Check that you may read it and that it is still there.',
  },
  'own-report': {
    status: 200,
    title: 'This is part of a report that Carefolio made, not a record.',
    wayOut: 'Nothing to do; only the records themselves are read.',
  },
  'trial-text': {
    status: 200,
    title: 'This describes a clinical trial, not a person; no facts were taken from it.',
    wayOut: 'If it is about you, add the page that has your name or birth date on it.',
  },
  'link-outside': {
    status: 403,
    title: 'This is a link to something outside the folder, so it was not followed.',
    wayOut: 'Copy what it leads to into the folder.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such file or folder.',
    wayOut: 'Check the name, and give the folder that holds the records.',
  },
  'no-text': {
    status: 422,
    title: 'No words were found in this file.',
    wayOut: 'If it is a picture of a page, take a sharper photo in good light.',
  },
  'damaged-pdf': { status: 422, title: 'The PDF is damaged or cut off.', wayOut: 'Download it again, or ask the hospital for a new copy.' },
  'password-pdf': {
    status: 422,
    title: 'The PDF is locked with a password.',
    wayOut: 'Open it with its password, save a copy without one, and add the copy.',
  },
  'damaged-image': {
    status: 422,
    title: 'The picture is damaged or of a kind that cannot be opened.',
    wayOut: 'Save it as JPEG or PNG, or take the photo again.',
  },
  'image-too-large': {
    status: 413,
    title: 'The picture has more dots than can be read safely.',
    wayOut: 'Save it at 300 dots an inch and add that copy.',
  },
  'damaged-archive': {
    status: 422,
    title: 'The ZIP file is damaged, locked or cut off.',
    wayOut: 'Unpack it yourself and add the files inside.',
  },
  'archive-bomb': {
    status: 422,
    title: 'The ZIP file unpacks to far more than its size, so it was not unpacked.',
    wayOut: 'Unpack it yourself and add the files you need.',
  },
  'archive-too-deep': {
    status: 422,
    title: 'There are ZIP files inside ZIP files deeper than we unpack.',
    wayOut: 'Unpack it yourself and add the files inside.',
  },
  'old-office': {
    status: 415,
    title: 'The file is of an older Office or Outlook kind (.doc, .xls, .msg) that is not read here.',
    wayOut: 'Open it, save it as PDF (an e-mail as .eml), and add that copy.',
  },
  'damaged-document': {
    status: 422,
    title: 'The document is damaged and could not be opened.',
    wayOut: 'Open it in a word processor, save it as PDF, and add that copy.',
  },
  'damaged-xml': {
    status: 422,
    title: 'The XML file is damaged or not allowed.',
    wayOut: 'Download the health summary again from the portal.',
  },
  'xml-bomb': {
    status: 422,
    title: 'The XML file contains definitions that can blow up, so it was not read.',
    wayOut: 'Download the health summary again from the portal.',
  },
  'xml-too-deep': {
    status: 422,
    title: 'The XML file is nested deeper than any health record.',
    wayOut: 'Download the health summary again from the portal.',
  },
  'not-a-clinical-document': {
    status: 422,
    title: 'The XML file is not a health summary we know.',
    wayOut: 'Ask the portal for a C-CDA (also called CCD or CCDA) export.',
  },
  'damaged-json': { status: 422, title: 'The JSON file is damaged or cut off.', wayOut: 'Download the export again from the portal.' },
  'not-fhir': { status: 422, title: 'The JSON file is not a FHIR health record.', wayOut: 'Ask the portal for a FHIR export.' },
  'not-an-abstract': {
    status: 422,
    title: 'The JSON file is not an abstract made by Carefolio.',
    wayOut: 'Give the folder of records, or the output of carefolio abstract --json.',
  },
  'bad-answers': {
    status: 422,
    title: 'Some of the answers could not be used.',
    wayOut: 'Correct those named here; the keys of questions are in carefolio match --json.',
  },
  'not-a-match': {
    status: 422,
    title: 'This is not the match.json of an earlier report.',
    wayOut: 'Give the file match.json that carefolio report wrote beside report.html.',
  },
  'not-comparable': {
    status: 422,
    title: 'There is no saved result of Carefolio here to compare.',
    wayOut: 'Give two files made with --json, or two folders that carefolio report wrote to.',
  },
  'entry-unreadable': {
    status: 422,
    title: 'One entry of this record could not be read; the rest was.',
    wayOut: 'Nothing to do; look at the original if something is missing.',
  },
  'damaged-email': { status: 422, title: 'The e-mail file could not be opened.', wayOut: 'Save its attachments and add those.' },
  'damaged-dicom': {
    status: 422,
    title: 'The imaging file is damaged or cut off.',
    wayOut: 'Copy the disc again, or ask for the written report.',
  },
  'imaging-listed': {
    status: 200,
    title: 'This is an image series: it is listed, its pictures are not interpreted.',
    wayOut: 'Add the written report of this scan.',
  },
  'ocr-unavailable': {
    status: 503,
    title: 'Reading words from pictures is not available on this computer.',
    wayOut: 'Install again with npm ci, or add documents that hold text.',
  },
  'ocr-doubtful': {
    status: 200,
    title: 'Some words of this page were hard to read.',
    wayOut: 'Check the marked values against the original, or add a better copy.',
  },
  'empty-folder': { status: 422, title: 'There are no files in this folder.', wayOut: 'Put the records into it, or give another folder.' },
  'two-people': {
    status: 422,
    title: 'These records name more than one patient.',
    wayOut: 'Keep the files of each person in a folder of their own, or name a file of the right person with --person.',
  },
  'person-unclear': {
    status: 422,
    title: 'The file given with --person does not say whose it is.',
    wayOut: 'Give one that names the patient with a birth date and lies among the records.',
  },
  'names-differ': {
    status: 200,
    title: 'Records with the same birth date give wholly different names.',
    wayOut: "Check that all of them are this person's.",
  },
  'model-missing': {
    status: 400,
    title: 'No language model is set up.',
    wayOut: 'Set CAREFOLIO_MODEL_URL and CAREFOLIO_MODEL_NAME, or leave out --model.',
  },
  'nothing-read': { status: 422, title: 'None of the files could be read.', wayOut: 'See the reason beside each file.' },
  usage: { status: 400, title: 'The command was not understood.', wayOut: 'See carefolio --help.' },
  'registry-unreachable': {
    status: 502,
    title: 'The trial registry could not be reached.',
    wayOut: 'Try again later; what was already fetched is kept.',
  },
  'registry-answer': {
    status: 502,
    title: 'The trial registry gave an answer we could not use.',
    wayOut: 'Try again later; what was already fetched is kept.',
  },
  'trial-unreadable': {
    status: 422,
    title: 'A trial record could not be read; the others were.',
    wayOut: 'See the line named here, or fetch the record again.',
  },
  'no-trials': {
    status: 422,
    title: 'There are no trials to match with.',
    wayOut: 'Run carefolio trials sync, or give a file or folder with --trials.',
  },
  'unknown-zip': { status: 400, title: 'This ZIP code is not known.', wayOut: 'Give a five-digit US ZIP code, or --near LAT,LON.' },
  'bad-date': { status: 400, title: 'This is not a date.', wayOut: 'Write it as 2026-10-01.' },
  'database-locked': {
    status: 503,
    title: 'Another Carefolio is using this data folder.',
    wayOut: 'Stop the other one, or use another folder with --data.',
  },
  'database-newer': {
    status: 503,
    title: 'The data folder was written by a newer version.',
    wayOut: 'Install the newest version of Carefolio.',
  },
  'port-taken': { status: 503, title: 'The port is in use.', wayOut: 'Choose another one with --port.' },
  'database-unavailable': {
    status: 503,
    title: 'The database could not be opened.',
    wayOut: 'Check that the data folder can be written to and has room, or that the PostgreSQL server runs and the address is right.',
  },
  'cannot-write': {
    status: 500,
    title: 'The result could not be written.',
    wayOut: 'Check that the folder exists, may be written to, and has room.',
  },
  'not-kept': {
    status: 507,
    title: 'The file could not be kept; nothing of it was stored.',
    wayOut: 'Check that the disk of the data folder has room and may be written to, then add the file again.',
  },
  'person-full': {
    status: 507,
    title: 'There is no more room for this person here.',
    wayOut: 'Delete what is not needed, or ask whoever runs this place for more room.',
  },
  'file-refused': {
    status: 422,
    title: 'The virus scanner of this place refused the file, so it was not kept.',
    wayOut: 'Ask whoever gave it to you for a clean copy.',
  },
  'scan-failed': {
    status: 503,
    title: 'The virus scanner of this place does not answer, and without it no file is kept.',
    wayOut: 'Try again later. If it stays, tell whoever runs this place.',
  },
  'damaged-original': {
    status: 500,
    title: 'What was kept of this file is no longer what was received.',
    wayOut: 'Add the file again, or restore it from a backup.',
  },
  'original-unknown': { status: 404, title: 'There is no such file.', wayOut: 'It may have been deleted. Look at the list of files.' },
  'person-unknown': { status: 404, title: 'There is no such person.', wayOut: 'They may have been deleted with everything of theirs.' },
  'master-key-missing': {
    status: 503,
    title: 'The key that protects the records on this computer was not found.',
    wayOut: 'Put the key file back in its place, or restore it from where you keep its copy.',
  },
  'backup-key-missing': {
    status: 422,
    title: 'The key that opens this backup was not given.',
    wayOut: 'Give the key of the place that it was made of: --key FILE, or the settings of that key.',
  },
  'master-key-wrong': {
    status: 503,
    title: 'The key does not fit the records on this computer.',
    wayOut: 'Use the key that was in use when the records were added.',
  },
  'master-key-open': {
    status: 503,
    title: 'Others on this computer can read the key file.',
    wayOut: 'Let only its owner read it: chmod 600 on the key file.',
  },
  'setting-wrong': {
    status: 503,
    title: 'A setting of this installation cannot be used.',
    wayOut: 'Correct what is named here; docs/hosts/serve.md says what each setting takes.',
  },
  'store-unavailable': {
    status: 503,
    title: 'The place where files are kept could not be reached.',
    wayOut: 'Try again in a moment. If it stays, check the S3 settings, the network and the service itself.',
  },
  'store-unlike-database': {
    status: 500,
    title: 'Most of what lies in the store of originals is unknown to the database, so nothing of it was tidied away.',
    wayOut:
      'If the database was put back from an older copy, put back the newer one, or both by carefolio restore. Else see docs/hosts/production.md.',
  },
  'place-running': {
    status: 503,
    title: 'This place is being served just now.',
    wayOut: 'Stop carefolio serve, then run the command again.',
  },
  'not-sound': { status: 503, title: 'Something in this installation needs care.', wayOut: 'See what is said beside each point.' },
  'key-change-unfinished': {
    status: 503,
    title: 'A change of keys was begun and is not finished.',
    wayOut: 'Run carefolio rotate-key again; it goes on where it stopped.',
  },
  'file-there': { status: 409, title: 'There is a file of that name already.', wayOut: 'Give another name; nothing was overwritten.' },
  'not-empty': {
    status: 409,
    title: 'There is something at that place already, so nothing was restored into it.',
    wayOut: 'Give a new folder, an empty database and an empty store.',
  },
  'backup-damaged': {
    status: 422,
    title: 'This is not a backup made by Carefolio, or it is damaged or cut off.',
    wayOut: 'Take another copy of it, or an earlier backup.',
  },
  'backup-newer': { status: 422, title: 'The backup was made by a newer version.', wayOut: 'Install the newest version of Carefolio.' },
  'backup-incomplete': {
    status: 500,
    title: 'Some originals could not be read, so the backup is without them.',
    wayOut: 'Run carefolio doctor, and keep earlier backups that still hold them.',
  },
  'passphrase-missing': {
    status: 400,
    title: 'The backup is sealed with a passphrase, and none was given.',
    wayOut: 'Give it with --passphrase-file or in CAREFOLIO_BACKUP_PASSPHRASE.',
  },
  'passphrase-wrong': { status: 403, title: 'The passphrase does not open this backup.', wayOut: 'Try the one it was made with.' },
  'sign-in-needed': { status: 401, title: 'You are not signed in, or were away for long.', wayOut: 'Sign in.' },
  'sign-in-again': {
    status: 403,
    title: 'This is asked only of somebody who has just signed in.',
    wayOut: 'Sign in again, then repeat it.',
  },
  'sign-in-wrong': {
    status: 401,
    title: 'E-mail address and password do not go together.',
    wayOut: 'Try again, sign in with a passkey, or use a recovery code.',
  },
  'code-wrong': { status: 401, title: 'This code is not right, or was used before.', wayOut: 'Wait for the next code and type that one.' },
  'recovery-wrong': {
    status: 401,
    title: 'E-mail address and recovery code do not go together.',
    wayOut: 'Try another of your codes; each is good for one time.',
  },
  'passkey-wrong': { status: 401, title: 'The passkey was not accepted.', wayOut: 'Try again, or sign in another way.' },
  'origin-missing': {
    status: 503,
    title: 'Others could reach this place, but it has no address of its own yet.',
    wayOut: 'Set CAREFOLIO_ORIGIN to the address that browsers will use (https://…), or leave --host away.',
  },
  'origin-unsafe': {
    status: 503,
    title: 'The address of this place is not protected by TLS.',
    wayOut: 'Give an address that begins with https://, with a proxy in front that does TLS.',
  },
  'sign-in-locked': {
    status: 429,
    title: 'There were too many wrong tries, so we wait a little before the next.',
    wayOut: 'Try again later, or sign in with a passkey now.',
  },
  'too-many-requests': { status: 429, title: 'That was too much in a short time.', wayOut: 'Wait a minute and try again.' },
  'too-many-open': {
    status: 429,
    title: 'Too many pages of this place are open at the same time.',
    wayOut: 'Close some of them; what you see here stays, and is brought up to date when you open it again.',
  },
  'too-slow': {
    status: 408,
    title: 'What was sent came too slowly, so the connection was closed.',
    wayOut: 'Send it again; a large file goes on where it stopped. If it stays, try another connection.',
  },
  'email-taken': {
    status: 409,
    title: 'There is already an account with this e-mail address.',
    wayOut: 'Sign in with it, or use another address.',
  },
  'way-in-missing': { status: 422, title: 'An account needs a password or a passkey.', wayOut: 'Choose one of them.' },
  'last-way-in': { status: 409, title: 'This is the only way to sign in.', wayOut: 'Add another one first.' },
  'password-weak': {
    status: 422,
    title: 'This password is easy to guess.',
    wayOut: 'Take a longer one, as four words that do not belong together, without your name or e-mail address.',
  },
  'consent-missing': {
    status: 422,
    title: 'Without your consent to keep and read your files there is nothing we can do here.',
    wayOut: 'Give that one consent; the others are as you like.',
  },
  'invitation-missing': {
    status: 403,
    title: 'Accounts are made here only with an invitation.',
    wayOut: 'Ask whoever runs this place for one.',
  },
  'invitation-wrong': {
    status: 404,
    title: 'This invitation is not known, was used, or is too old.',
    wayOut: 'Ask for a new one.',
  },
  'not-allowed': { status: 403, title: 'You may look at this person, but not do this.', wayOut: 'Ask the person to allow it.' },
  'not-from-here': {
    status: 403,
    title: 'This request did not come from the pages of this place.',
    wayOut: 'Open the page again and repeat it.',
  },
  'bad-request': { status: 400, title: 'What was sent could not be understood.', wayOut: 'Correct what is named here.' },
  'no-such-page': { status: 404, title: 'There is nothing here.', wayOut: 'Go back to the first page.' },
  'trials-not-opted-in': {
    status: 403,
    title: 'Comparing with trials is off for this person.',
    wayOut: 'Give the consent for trials in the settings; you can take it back at any time.',
  },
  'trial-unknown': { status: 404, title: 'There is no such trial here.', wayOut: 'Look at the list of trials.' },
  'no-picture': { status: 404, title: 'There is no picture of this page.', wayOut: 'Look at its words, or download the file.' },
  'not-this-value': { status: 422, title: 'This value does not have the form it should have.', wayOut: 'Correct what is named here.' },
  'upload-unknown': { status: 404, title: 'There is no such upload.', wayOut: 'Begin to add the file again.' },
  'upload-elsewhere': {
    status: 409,
    title: 'This piece does not follow the one before.',
    wayOut: 'Ask where the next piece begins, and send it from there.',
  },
  'names-do-not-match': { status: 422, title: 'The name typed is not the name of this person.', wayOut: 'Type the name as it is shown.' },
  'our-fault': {
    status: 500,
    title: 'Something went wrong that we did not expect.',
    wayOut: 'Try again. If it stays, tell whoever runs this place the number shown here.',
  },
  interrupted: {
    status: 499,
    title: 'Stopped as you asked; nothing half-written is left.',
    wayOut: 'Run the same command again to start over.',
  },
} as const satisfies Record<string, { status: number; title: string; wayOut: string }>

export type ErrorCode = keyof typeof ERRORS

/** A failure that a person can understand. `detail` must never hold patient data. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: string | undefined
  constructor(code: ErrorCode, options: { cause?: unknown; detail?: string } = {}) {
    super(options.detail ? `${ERRORS[code].title} (${options.detail})` : ERRORS[code].title, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.detail = options.detail
  }
  get wayOut(): string {
    return ERRORS[this.code].wayOut
  }
  get status(): number {
    return ERRORS[this.code].status
  }
}

/** The same, as a line of a document's `problems`. */
export function problem(code: ErrorCode, where?: string): ReadProblem {
  return { code, message: ERRORS[code].title, wayOut: ERRORS[code].wayOut, ...(where === undefined ? {} : { where }) }
}
