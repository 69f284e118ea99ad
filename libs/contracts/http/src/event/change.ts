import { z } from 'zod';
import { named } from '../contract.ts';

/** What the stream of server-sent events says: this case (or its meeting, its report) has changed; read it again. */
export const change = named(
  'Change',
  z.object({ caseNumber: z.string(), stream: z.string().meta({ description: 'The case, its meeting or its report' }) }),
);
export type Change = z.infer<typeof change>;
