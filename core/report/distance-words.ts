const MILES = 0.621371

/** Kilometers and miles, whole; sites stand at the center of their city, so more would pretend: `8 km (5 miles)`. */
export function distanceWords(km: number | undefined): string {
  if (km === undefined) return 'distance unknown'
  if (km < 1) return 'in your city'
  const miles = Math.round(km * MILES)
  return `${Math.round(km)} km (${miles === 0 ? 'less than 1 mile' : miles === 1 ? '1 mile' : `${miles} miles`})`
}
