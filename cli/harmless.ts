/**
 * Words of others (file names, quotes) made fit to print on one line: what would move the cursor, colour the screen, ring or turn the
 * direction of writing is shown as `�`. Line breaks and tabs become a blank.
 */
export const harmless = (text: string): string => text.replace(/[\t\r\n\u2028\u2029]+/g, ' ').replace(UNFIT, '\ufffd')

/** Control characters (C0, DEL, C1), the marks and overrides of writing direction (UAX #9), and half a surrogate pair. */
const UNFIT = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu
