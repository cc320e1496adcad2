/** A word and where it stands on the page, in any unit that is the same both ways (points, dots), from the top left corner. */
export type PlacedWord = {
  text: string
  left: number
  top: number
  right: number
  bottom: number
  /** 0…1, when it was read from a picture. */
  confidence?: number
}

export type PageSize = { width: number; height: number }
