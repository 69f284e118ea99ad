import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/**
 * What a case is found by: number, title, words and place, in lower case. Written once, apart from the case's file: its
 * indexes name hundreds of pieces of each case, and would name them anew whenever the file changes.
 */
export const CaseSearchEntity = defineEntity({
  name: 'CaseSearch',
  tableName: 'case_search',
  properties: {
    caseNumber: p.string().primary(),
    words: p.text(),
  },
});
export type CaseSearch = InferEntity<typeof CaseSearchEntity>;
