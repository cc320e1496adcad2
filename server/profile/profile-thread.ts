import { answerAsked } from '../answer-asked.ts'
import { buildProfile } from './build-profile.ts'

// The thread in which profiles are built: the parts of one in, the profile out.
answerAsked(buildProfile)
