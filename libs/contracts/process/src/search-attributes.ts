/** Search attributes of the hotline's workflows with their Temporal types (per namespace 10 keywords, 3 of each other type). */
export const SEARCH_ATTRIBUTES = {
  HotlineStage: 'Keyword',
  HotlineUrgency: 'Keyword',
  HotlineRung: 'Keyword',
  HotlineCategory: 'Keyword',
  HotlineDeputyMayor: 'Keyword',
  HotlineUnits: 'KeywordList',
  HotlineDue: 'Datetime',
} as const satisfies Record<string, 'Keyword' | 'KeywordList' | 'Datetime' | 'Int' | 'Bool'>;
