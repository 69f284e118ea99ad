import { z } from 'zod';
import { entered } from '../case/case-commands.ts';
import { contactMethod } from '../case/case-words.ts';
import { named } from '../contract.ts';
import { instant } from '../text/instant.ts';
import { text } from '../text/words.ts';

/** 联系来电人 */
export const citizenContact = named(
  'CitizenContact',
  z.strictObject({
    contactedAt: instant().meta({ description: '何时联系了来电人' }),
    contactMethod,
    text: text('联系情况'),
    ...entered,
  }),
  { contactedAt: '2026-11-25T10:20:00+08:00', contactMethod: 'phone', text: '已与来电人通话，约定明日上门查看。' },
);
export type CitizenContact = z.input<typeof citizenContact>;

/** 挂账复查 */
export const booksReview = named(
  'BooksReview',
  z.strictObject({ reviewAt: instant().meta({ description: '下次复查时间' }), text: text('复查情况和继续挂账的理由') }),
  { reviewAt: '2027-03-01T09:00:00+08:00', text: '管网改造已列入明年计划，开工后再看。' },
);
export type BooksReview = z.input<typeof booksReview>;

/** 抽查 */
export const sampleLook = named('SampleLook', z.strictObject({ stands: z.boolean(), text: text('抽查结论') }), {
  stands: true,
  text: '与来电人核实，办理合规，答复有据。',
});
export type SampleLook = z.input<typeof sampleLook>;
