/** What the process ends with; these never change meaning. */
export const EXIT = {
  /** Something could be done. Files that could not be read are listed in the result. */
  done: 0,
  /** Nothing could be done, for a reason that was said. */
  failed: 1,
  /** The command line was not understood. */
  usage: 2,
  /** A defect of ours. */
  broken: 70,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const
