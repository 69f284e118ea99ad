/** What an entry of the board of today is about. */
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
export type BoardEntryKind = (typeof BOARD_ENTRY_KINDS)[number];
