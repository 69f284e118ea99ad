import { z } from 'zod';
import { named } from '../contract.ts';
import { role } from '../organisation/role.ts';
import { answeredInstant } from '../text/instant.ts';
import { LENGTHS, words } from '../text/words.ts';

/** A log-in. `cookie` suits a browser; `bearer` answers the token, for a script to send in the Authorization header. */
export const logInRequest = named(
  'LogInRequest',
  z.strictObject({
    username: words(LENGTHS.name).meta({ description: '用户名' }),
    password: words(200).meta({ description: '密码', format: 'password' }),
    mode: z.enum(['cookie', 'bearer']).default('cookie'),
  }),
  { username: 'operator1', password: '********', mode: 'bearer' },
);
export type LogInRequest = z.input<typeof logInRequest>;

/** Who is logged in, for his own eyes. */
export const me = named(
  'Me',
  z.object({ id: z.string(), username: z.string(), name: z.string(), role, unitId: z.string().optional() }),
);
export type Me = z.infer<typeof me>;

export const sessionAnswer = named(
  'Session',
  z.object({
    user: me,
    expiresAt: answeredInstant(),
    token: z.string().optional().meta({ description: 'Only with mode `bearer`' }),
  }),
);
export type Session = z.infer<typeof sessionAnswer>;
