export { typesetFaxSheet } from './fax-sheet/typeset-fax-sheet.ts';
export type { FaxSheetFacts } from './fax-sheet/fax-sheet-facts.ts';
export { typesetHandbook } from './handbook/typeset-handbook.ts';
export type { HandbookArticle, HandbookFacts, HandbookSection } from './handbook/handbook-facts.ts';
export { typesetOfficialPaper } from './official-paper/typeset-official-paper.ts';
export type { OfficialPaper } from './official-paper/official-paper-facts.ts';
