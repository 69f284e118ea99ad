import { z } from 'zod';
import { registration } from '../case/case-commands.ts';
import { named } from '../contract.ts';
import { answeredInstant } from '../text/instant.ts';
import { pageQuery } from '../text/page.ts';

/** Training cases have numbers of a series of their own: they begin with 9, as no year does. */
export function isTrainingNumber(caseNumber: string): boolean {
  return caseNumber.startsWith('9');
}

/** Which training cases: a page of them. */
export const pageParameters = z.strictObject(pageQuery);

/** Whether trainings are offered: it takes a Temporal server that skips time. */
export const trainingOffer = named('TrainingOffer', z.object({ offered: z.boolean() }));

/** 登记演练: nobody called, and no other system knows of it. */
export const trainingRegistration = named(
  'TrainingRegistration',
  registration.pick({ title: true, text: true, kind: true, urgency: true, categoryId: true, place: true }),
  {
    title: '演练：职工宿舍下水道堵塞',
    text: '城南职工宿舍三号楼下水道堵塞，污水外溢多日。',
    kind: 'help',
    categoryId: 'sewer',
  },
);
export type TrainingRegistration = z.input<typeof trainingRegistration>;

/** 快进一天 */
export const trainingDay = named('TrainingDay', z.strictObject({}));

export const trainingClockView = named('TrainingClock', z.object({ now: answeredInstant() }));
