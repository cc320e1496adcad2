import { answerAsked } from '../answer-asked.ts'
import { reportPdf } from './pdf.ts'

// The thread in which the PDF of a report is drawn: the report in, the bytes out.
answerAsked(reportPdf)
