const EARTH_RADIUS = { km: 6371.009, mi: 3958.761 };

/** Distance on the sphere between two points in degrees. */
export function greatCircle(lat1: number, lon1: number, lat2: number, lon2: number, unit: 'km' | 'mi'): number {
  const rad = Math.PI / 180;
  const latitudes = Math.sin(((lat2 - lat1) * rad) / 2) ** 2;
  const longitudes = Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  const h = latitudes + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * longitudes;
  return 2 * EARTH_RADIUS[unit] * Math.asin(Math.min(1, Math.sqrt(h)));
}
