import { z } from 'zod';
import { named } from '../contract.ts';
import { instant } from '../text/instant.ts';
import { text, title } from '../text/words.ts';

/** 智能推荐, while a request is written down */
export const suggestionLookup = named('SuggestionLookup', z.strictObject({ title: title(), text: text('诉求内容') }), {
  title: '职工宿舍下水道堵塞',
  text: '城南职工宿舍三号楼下水道堵塞，污水外溢多日，请尽快疏通。',
});
/** 智能推荐 of a case that is there */
export const caseSuggestionLookup = named('CaseSuggestionLookup', z.strictObject({}));

const suggested = named(
  'Suggested',
  z.object({
    id: z.string(),
    name: z.string(),
    score: z.number().meta({ description: '0到1，与其他选项相比的把握' }),
    words: z.array(z.string()).meta({ description: '理由：诉求中最能说明问题的字词' }),
    cases: z.int().meta({ description: '学习过的已办结工单数' }),
  }),
);
export const suggestions = named(
  'Suggestions',
  z.object({
    categories: z.array(suggested),
    units: z.array(suggested),
    similar: z
      .array(
        z.object({
          caseNumber: z.string(),
          title: z.string(),
          categoryId: z.string(),
          unitId: z.string().optional(),
          unitName: z.string().optional(),
          outcome: z.string().optional(),
          score: z.number(),
        }),
      )
      .meta({ description: '最相近的已办结工单及其去向' }),
  }),
);
export type Suggestions = z.infer<typeof suggestions>;

/** A period; without an end up to now, without a beginning from the first. */
export const suggestionPeriod = z.strictObject({ from: instant().optional(), to: instant().optional() });
const followed = z.object({ first: z.int(), amongThree: z.int() });
/** 推荐采用情况 */
export const suggestionUse = named(
  'SuggestionUse',
  z.object({ assigned: z.int().meta({ description: '有过推荐的交办件数' }), category: followed, unit: followed }),
);
