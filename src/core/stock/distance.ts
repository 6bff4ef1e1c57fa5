interface Position {
  /** WGS 84 degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

/** IUGG mean radius. */
const earthRadiusMetres = 6_371_008.8;

/** Great-circle distance by the haversine formula, rounded to the metre. */
export function distanceMetres(from: Position, to: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfChord =
    Math.sin(radians(to.latitude - from.latitude) / 2) ** 2 +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return Math.round(2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(halfChord))));
}
