import type { CsvProblem } from './csv-records.ts';

/** Why a row is not imported. */
export type RowProblem =
  | { readonly code: CsvProblem }
  | { readonly code: 'fields'; readonly expected: number; readonly found: number }
  | { readonly code: 'empty'; readonly column: string }
  | { readonly code: 'unreadable-date'; readonly column: string; readonly written: string }
  | { readonly code: 'date-in-future'; readonly column: string; readonly written: string }
  | { readonly code: 'too-long'; readonly column: string; readonly longest: number; readonly found: number }
  | { readonly code: 'not-storable'; readonly column: string; readonly character: string }
  | { readonly code: 'other-content'; readonly id: string; readonly caseNumber?: string }
  | { readonly code: 'refused'; readonly reason: string };

/** The problem as a sentence, Chinese and English; long values are cut. */
export function describeProblem(problem: RowProblem): { readonly chinese: string; readonly english: string } {
  const [chinese, english] = sentences(problem);
  return { chinese, english };
}

function sentences(problem: RowProblem): [chinese: string, english: string] {
  switch (problem.code) {
    case 'quote-not-closed':
      return ['引号没有结束', 'a quotation mark is never closed'];
    case 'text-after-quote':
      return ['结束引号之后还有文字', 'there is text after a closing quotation mark'];
    case 'fields':
      return [
        `应有 ${problem.expected} 列，实有 ${problem.found} 列`,
        `${problem.found} columns where the header has ${problem.expected}`,
      ];
    case 'empty':
      return [`“${problem.column}”是空的`, `${problem.column} is empty`];
    case 'unreadable-date':
      return [
        `“${problem.column}”不是可读的时间：${cut(problem.written)}`,
        `${problem.column} is no readable time: ${cut(problem.written)}`,
      ];
    case 'date-in-future':
      return [
        `“${problem.column}”晚于现在：${cut(problem.written)}`,
        `${problem.column} lies in the future: ${cut(problem.written)}`,
      ];
    case 'too-long':
      return [
        `“${problem.column}”有 ${problem.found} 字，最多 ${problem.longest} 字`,
        `${problem.column} has ${problem.found} characters, at most ${problem.longest} are taken`,
      ];
    case 'not-storable':
      return [
        `“${problem.column}”含有不能保存的字符 ${problem.character}`,
        `${problem.column} holds ${problem.character}, which cannot be stored`,
      ];
    case 'other-content':
      return [
        `编号 ${cut(problem.id)} 已有内容不同的诉求${problem.caseNumber ? `（工单 ${problem.caseNumber}）` : ''}`,
        `id ${cut(problem.id)} is already there with other content${problem.caseNumber ? ` (case ${problem.caseNumber})` : ''}`,
      ];
    case 'refused':
      return [`未被受理：${problem.reason}`, `refused: ${problem.reason}`];
  }
}

function cut(written: string): string {
  return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}
