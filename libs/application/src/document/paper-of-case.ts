import type { OfficialPaper } from '@hotline/documents';
import { documentNumberOf, type CaseDocumentKind, type DocumentState } from '@hotline/domain';
import { chineseTime, ROLE_NAMES } from '@hotline/notifications';
import type { LedgerSource } from '../notice/notice-source.ts';
import { paperDay } from './number-documents.ts';

interface PaperWords {
  readonly title: string;
  readonly opening: string;
  /** Before the words of the person who issued it. */
  readonly heading: string;
  readonly closing: string;
}

const WORDS: Readonly<Record<CaseDocumentKind, PaperWords>> = {
  'urging-notice': {
    title: '催办单',
    opening: '交由贵单位办理的下列工单，请按要求抓紧办理，联系答复诉求人，并将办理结果反馈我中心。',
    heading: '具体要求',
    closing: '请填写回执，在规定时间内交回；已经办结的，请直接反馈办理结果。',
  },
  'supervision-notice': {
    title: '督办单',
    opening: '交由贵单位办理的下列工单，经受理中心研究，列为督办事项。受市长委托，现予督办。',
    heading: '督办要求',
    closing:
      '请主要负责人亲自抓，明确责任人和完成时间，立即落实，并填写回执在规定时间内交回。督办情况计入年度考核并予通报。',
  },
  'talk-notice': {
    title: '约谈通知书',
    opening: '交由贵单位办理的下列工单，经催办、督办仍未落实。现就此约谈贵单位负责人。',
    heading: '约谈事项',
    closing: '请按督查室电话约定的时间到受理中心，说明未办结的原因，当面明确整改措施、责任人和完成时间。',
  },
  'public-criticism': {
    title: '通报批评',
    opening: '下列工单经催办、督办、约谈，至今未落实办理。现予通报批评。',
    heading: '通报内容',
    closing: '请立即整改，并将整改和办理结果书面报受理中心。各单位要引以为戒。',
  },
};

/** What a paper of a case says, from the ledger: the same whenever it is asked for. */
export function paperOfCase(source: LedgerSource, document: DocumentState): OfficialPaper {
  const { title, opening, heading, closing } = WORDS[document.kind];
  const { assignmentId, issuedAt, kind, answerBy } = document;
  const assignment = source.caseState.assignments[assignmentId];
  const unitName = source.unitName(assignment?.unitId);
  const number = documentNumberOf(kind, document.number);
  const issued = source.events.find(
    ({ type, payload }) => type === 'DocumentIssued' && 'documentId' in payload && payload.documentId === document.id,
  );
  const said =
    issued && 'text' in issued.payload ? source.words(issued.payload.text as { id: string; sha256: string }) : '';
  const due = dueAtTime(source, document);
  return {
    title,
    number,
    day: paperDay(issuedAt),
    to: kind === 'public-criticism' ? '各镇、各部门、各单位' : unitName,
    opening,
    rows: [
      { label: '工单编号', value: source.caseNumber },
      { label: '诉求标题', value: source.title },
      { label: '承办单位', value: `${unitName}（${ROLE_NAMES[assignment?.role ?? 'lead'].zh}）` },
      ...(assignment ? [{ label: '交办时间', value: chineseTime(assignment.startedAt) }] : []),
      ...(due ? [{ label: '办结反馈时限', value: chineseTime(due) }] : []),
      ...(answerBy ? [{ label: '回执时限', value: chineseTime(answerBy) }] : []),
    ],
    sections: said ? [{ heading, words: said }] : [],
    closing,
    ...(answerBy ? { slip: { number, caseNumber: source.caseNumber, unitName, answerBy: chineseTime(answerBy) } } : {}),
  };
}

/** The due that stood when the paper was issued: a later extension does not change what was sent. */
function dueAtTime({ events, caseState }: LedgerSource, { assignmentId, issuedAt }: DocumentState): string | undefined {
  const told = events.findLast(
    ({ at, payload }) =>
      at <= issuedAt && 'assignmentId' in payload && payload.assignmentId === assignmentId && 'dueAt' in payload,
  );
  const assigned = events.flatMap(({ payload }) =>
    'assignments' in payload
      ? (payload.assignments as { assignmentId: string; dueAt: string }[]).filter(
          (one) => one.assignmentId === assignmentId,
        )
      : [],
  )[0];
  const moved = told && 'dueAt' in told.payload ? (told.payload.dueAt as string | undefined) : undefined;
  return moved ?? assigned?.dueAt ?? caseState.assignments[assignmentId]?.dueAt;
}

/** What the file is called: `皋12345督〔2026〕17号-督办单.pdf`. */
export function fileNameOf({ number, title }: OfficialPaper): string {
  return `${number ?? ''}-${title}.pdf`;
}
