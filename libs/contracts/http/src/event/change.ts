import { z } from 'zod';
import { named } from '../contract.ts';

/** What the stream of server-sent events says: this case (or its meeting, its report) or article has changed; read it again. */
export const change = named(
  'Change',
  z.object({
    caseNumber: z
      .string()
      .optional()
      .meta({ description: 'Missing for what is of no case: an article, a session, the board of today' }),
    stream: z.string().meta({ description: 'The case, its meeting or its report; or the article; or `board`' }),
  }),
);
export type Change = z.infer<typeof change>;

/** An event of the stream: `change` says what has changed; `ready` comes first, and after `missed` all should be read again. */
export const streamedEvent = named(
  'StreamedEvent',
  z.object({
    id: z.string().optional(),
    event: z.enum(['ready', 'change', 'missed']),
    data: z
      .string()
      .meta({ description: 'JSON: of `change` a Change, else `{}`', contentMediaType: 'application/json' }),
  }),
);
