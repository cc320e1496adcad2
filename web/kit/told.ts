/** What a person told is a document of its own, without a page to look at. */
export const isTold = (document: string): boolean => document.startsWith('told ')
