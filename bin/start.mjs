// `npm start`: makes the pages when that is needed, then starts the place. What follows goes to `carefolio serve`.
import { makePages } from './pages.mjs'

const failed = makePages(() => console.log('Making the pages …'))
if (failed !== 0) process.exit(failed)
process.argv.splice(2, 0, 'serve')
await import('./carefolio.mjs')
