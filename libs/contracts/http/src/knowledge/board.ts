import { z } from 'zod';
import { named } from '../contract.ts';
import { articleId, identifier } from '../text/identifier.ts';
import { answeredInstant, instant } from '../text/instant.ts';
import { flag } from '../text/page.ts';
import { LENGTHS, note, title, words } from '../text/words.ts';

export const BOARD_ENTRY_KINDS = [
  'water-off',
  'power-off',
  'gas-off',
  'road',
  'weather',
  'event',
  'wording',
  'other',
] as const;
/** 停水, 停电, 停气, 道路管制, 天气, 活动, 统一口径, 其他 */
export const boardEntryKind = named('BoardEntryKind', z.enum(BOARD_ENTRY_KINDS));

/** 今日看板的一条 */
export const boardEntryWriting = named(
  'BoardEntryWriting',
  z.strictObject({
    kind: boardEntryKind,
    title: title(),
    wording: note('答复口径'),
    area: words(LENGTHS.place).optional().meta({ description: '影响范围' }),
    unitId: identifier('责任单位').optional(),
    articleId: articleId().optional(),
    startsAt: instant().meta({ description: '何时起' }),
    endsAt: instant().meta({ description: '何时止，到时自动下架' }),
    pinned: z.boolean().default(false).meta({ description: '置顶' }),
  }),
  {
    kind: 'water-off',
    title: '城南片区计划停水',
    wording: '因主管道检修停水，请居民提前储水；恢复后先放一会儿再用。抢修进度由自来水公司负责答复。',
    area: '城南新村、解放路以南',
    unitId: 'water',
    startsAt: '2026-12-01T21:00:00+08:00',
    endsAt: '2026-12-02T05:00:00+08:00',
    pinned: true,
  },
);
export type BoardEntryWriting = z.input<typeof boardEntryWriting>;
/** 下架 */
export const boardEntryRemoval = named('BoardEntryRemoval', z.strictObject({}));

export const boardEntryView = named(
  'BoardEntry',
  z.object({
    entryId: z.string(),
    revision: z.int().meta({ description: 'The ETag' }),
    kind: boardEntryKind,
    title: z.string(),
    wording: z.string(),
    area: z.string().optional(),
    unitId: z.string().optional(),
    articleId: z.string().optional(),
    articleTitle: z.string().optional(),
    startsAt: answeredInstant(),
    endsAt: answeredInstant(),
    pinned: z.boolean(),
    state: z.enum(['to-come', 'showing', 'over']).meta({ description: '未到时间、正在展示、已下架' }),
    writtenByName: z.string(),
    writtenAt: answeredInstant(),
    changedByName: z.string().optional(),
    changedAt: answeredInstant().optional(),
  }),
);
export type BoardEntry = z.infer<typeof boardEntryView>;
export const board = named(
  'Board',
  z.object({ items: z.array(boardEntryView), mayKeep: z.boolean().meta({ description: '可以编辑' }) }),
);
export type Board = z.infer<typeof board>;
export const boardQuery = z.strictObject({ past: flag().optional().meta({ description: '看已下架的' }) });
