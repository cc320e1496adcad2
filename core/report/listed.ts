/** Parts that are there, joined; what is absent, empty or nought is left out. */
export const listed = (parts: readonly (string | number | undefined | false)[], by = ', ') =>
  parts.filter((part) => part !== undefined && part !== '' && part !== false && part !== 0).join(by)
