/** 0 when the pages are there; else the code to end with. `say` hears that it takes a moment. */
export function makePages(say?: () => void): number
