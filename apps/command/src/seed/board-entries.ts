import type { BoardEntryKind } from '@hotline/domain';

/** What is going on on the day of the sowing; hours are counted from then. */
export interface SampleBoardEntry {
  readonly kind: BoardEntryKind;
  readonly title: string;
  readonly wording: string;
  readonly area?: string;
  readonly unitId?: string;
  /** The article that goes with it, by its title. */
  readonly article?: string;
  readonly fromHours: number;
  readonly untilHours: number;
  readonly pinned?: boolean;
}

export const BOARD_ENTRIES: readonly SampleBoardEntry[] = [
  {
    kind: 'wording',
    title: '统一口径：部分小区自来水发黄',
    wording:
      '因原水切换，个别小区今日出现短时发黄，经检测各项指标合格。请先放水几分钟，水清后使用；仍发黄的，登记地址，水务集团两小时内上门。不要说“水质有问题”，也不要说“没有问题”。',
    area: '城北各小区',
    unitId: 'shuiwu',
    fromHours: -3,
    untilHours: 20,
    pinned: true,
  },
  {
    kind: 'water-off',
    title: '计划停水：城南新村主管道检修',
    wording: '已提前三天张贴公告。请居民储水；高层二次供水延后一小时恢复。孤寡老人用水由社区送。',
    area: '城南新村、解放路以南至河东路',
    unitId: 'shuiwu',
    article: '停水了怎么办，什么时候来水',
    fromHours: -1,
    untilHours: 7,
  },
  {
    kind: 'power-off',
    title: '计划停电：柴港镇10千伏线路改造',
    wording: '停电期间养殖户请自备电源。提前完工提前送电；到时未送电的，转供电公司柴港供电所。',
    area: '柴港镇北港、东村、新联三村',
    unitId: 'gongdian',
    article: '停电报修与计划停电查询',
    fromHours: 2,
    untilHours: 9,
  },
  {
    kind: 'road',
    title: '学府路半幅封闭施工',
    wording: '公交3路、8路改走人民路，学府路口站暂停。预计十日完工，雨天顺延。',
    area: '学府路（人民路至健康路）',
    unitId: 'jiaotong',
    fromHours: -48,
    untilHours: 192,
  },
];
