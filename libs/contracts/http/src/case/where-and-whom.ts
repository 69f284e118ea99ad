import { z } from 'zod';
import { named } from '../contract.ts';

/** Where on the earth, in degrees of WGS 84. */
export const coordinates = named(
  'Coordinates',
  z.strictObject({
    latitude: z.number().min(-90).max(90).meta({ description: '纬度' }),
    longitude: z.number().min(-180).max(180).meta({ description: '经度' }),
  }),
  { latitude: 32.3712, longitude: 120.5568 },
);
export type Coordinates = z.infer<typeof coordinates>;

/** Where it is, beside the words for it, and how many people it concerns. */
export const whereAndWhom = {
  coordinates: coordinates.optional().meta({ description: '事发地点的经纬度（WGS 84）' }),
  peopleConcerned: z.int().min(1).max(10_000_000).optional().meta({ description: '涉及人数' }),
};
