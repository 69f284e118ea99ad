import type { RequestKind } from './policy.ts';

/** 法定期限: a term that a law gives, in place of the house's own. */
export interface StatutoryTerm {
  readonly id: string;
  /** 《消费者权益保护法》 */
  readonly law: string;
  /** 第四十六条 */
  readonly article: string;
  /** The kinds of request it is for; all where absent. */
  readonly kinds?: readonly RequestKind[];
  /** The categories it is for, those below them not included; all where absent. */
  readonly categoryIds?: readonly string[];
  /** Working days, or days of the calendar that end with the last working moment at or before them. */
  readonly term: { readonly workingDays: number } | { readonly calendarDays: number };
}

/** The laws' terms that a new city starts with; each is quoted in the explanation of the deadlines it makes. */
export const DEFAULT_STATUTORY_TERMS: readonly StatutoryTerm[] = [
  {
    id: 'consumer-complaint',
    law: '《中华人民共和国消费者权益保护法》',
    article: '第四十六条',
    kinds: ['complaint'],
    categoryIds: ['market.dispute', 'market.price', 'market.food'],
    term: { workingDays: 7 },
  },
  {
    id: 'market-violation-report',
    law: '《市场监督管理投诉举报处理暂行办法》',
    article: '第三十一条',
    kinds: ['violation-report'],
    categoryIds: ['market.dispute', 'market.price', 'market.food'],
    term: { workingDays: 15 },
  },
  {
    id: 'labour-inspection',
    law: '《劳动保障监察条例》',
    article: '第十七条',
    kinds: ['violation-report'],
    categoryIds: ['labour.wages'],
    term: { workingDays: 60 },
  },
];

/** The law's term for a request: the one that says most about which requests it is for; nothing where no law does. */
export function statutoryTermOf(
  terms: readonly StatutoryTerm[] | undefined,
  { kind, categoryId }: { readonly kind: RequestKind; readonly categoryId: string },
): StatutoryTerm | undefined {
  const precise = ({ kinds, categoryIds }: StatutoryTerm): number =>
    Number(Boolean(categoryIds)) * 2 + Number(Boolean(kinds));
  return (terms ?? [])
    .filter(({ kinds, categoryIds }) => (kinds?.includes(kind) ?? true) && (categoryIds?.includes(categoryId) ?? true))
    .toSorted((left, right) => precise(right) - precise(left))[0];
}
