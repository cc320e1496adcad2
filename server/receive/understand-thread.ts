import { understand } from '@carefolio/core/understand/understand.ts'
import { answerAsked } from '../answer-asked.ts'
import { standBack } from '../stand-back.ts'

// The thread of `understandingThread`: a document in, its facts out.
standBack()
answerAsked(understand)
