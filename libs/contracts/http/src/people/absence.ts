import { z } from 'zod';
import { named } from '../contract.ts';
import { identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';

/** 请假、外出 */
export const absenceNote = named(
  'AbsenceNote',
  z.strictObject({
    userId: identifier('不在岗的人').optional().meta({ description: '不在岗的人；本人登记时不填' }),
    substituteId: identifier('代班人').optional(),
    from: instant(),
    until: instant().meta({ description: '何时回岗' }),
  }),
  { substituteId: 'leader', from: '2026-12-07T08:30:00+08:00', until: '2026-12-09T08:30:00+08:00' },
);
export type AbsenceNote = z.input<typeof absenceNote>;

/** 提前回岗 */
export const absenceEnding = named('AbsenceEnding', z.strictObject({}));

/** 不在岗 */
export const absenceView = named(
  'Absence',
  z.object({
    absenceId: z.string(),
    userId: z.string(),
    userName: z.string(),
    substituteId: z.string().optional(),
    substituteName: z.string().optional(),
    from: answeredInstant(),
    until: answeredInstant(),
    endedAt: answeredInstant().optional(),
  }),
);
export type Absence = z.infer<typeof absenceView>;
export const absenceList = named('AbsenceList', z.object({ items: z.array(absenceView) }));
