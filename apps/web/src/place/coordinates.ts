import type { Coordinates } from '@hotline/contracts-http';

/** Some five metres: nobody can say more exactly where a hole in the road is. */
const DIGITS = 5;

/** `32.37120, 120.55680`: latitude first, as maps give them out. */
export function coordinatesText({ latitude, longitude }: Coordinates): string {
  return `${latitude.toFixed(DIGITS)}, ${longitude.toFixed(DIGITS)}`;
}

/** What was typed or pasted, between commas or spaces; nothing where it is not two numbers. */
export function coordinatesIn(text: string): Coordinates | undefined {
  const parts = text.trim().split(/[\s,，;；]+/);
  const [latitude, longitude] = parts.map(Number);
  if (parts.length !== 2 || parts.includes('') || latitude === undefined || longitude === undefined) return undefined;
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : undefined;
}
