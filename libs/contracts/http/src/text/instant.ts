import { z } from 'zod';

const EARLIEST = '1990-01-01T00:00:00.000Z';
const LATEST = '2200-01-01T00:00:00.000Z';

/** A point in time as asked for: RFC 3339 with seconds and an offset. Read as canonical UTC, `2026-01-05T01:00:00.000Z`. */
export const instant = () =>
  z.iso
    .datetime({ offset: true })
    .refine((given) => isReasonable(given), { params: { code: 'instant.out-of-range' } })
    .transform((given) => new Date(given).toISOString());

/** A point in time as answered: always canonical UTC. */
export const answeredInstant = () => z.iso.datetime().meta({ examples: ['2026-01-05T01:00:00.000Z'] });

function isReasonable(given: string): boolean {
  const milliseconds = Date.parse(given);
  return milliseconds >= Date.parse(EARLIEST) && milliseconds < Date.parse(LATEST);
}
