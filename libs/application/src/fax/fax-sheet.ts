import { typesetFaxSheet } from '@hotline/documents';
import {
  formatLocal,
  hidesCaller,
  type AssignmentState,
  type CaseEvent,
  type CasePayloads,
  type CaseState,
  type TextReference,
} from '@hotline/domain';
import { ROLE_NAMES, URGENCY_NAMES } from '@hotline/notifications';
import { CaseFileEntity, CategoryEntity, eventsAfter, findRows, type CaseFile } from '@hotline/persistence';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { maskPhone } from '../case/mask-phone.ts';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import { namesOfUnits } from '../organisation/names.ts';

/** The number that a sheet bears, and by which its reply is known: case, assignment, which sending. */
export function numberOfSheet(caseNumber: string, assignmentId: string, sheet: number): string {
  return `${caseNumber}-${assignmentId}-${sheet}`;
}

/** 传真交办单 of an assignment as a PDF: the case's words, and of the citizen no more than the unit needs. */
export async function faxSheetOf(
  em: SqlEntityManager,
  publicUrl: string,
  { state, assignment }: { readonly state: CaseState; readonly assignment: AssignmentState },
): Promise<Uint8Array> {
  const { caseNumber, categoryId } = state;
  const [file] = await findRows(em, CaseFileEntity, 'case_number = ?', [caseNumber]);
  if (!file) throw new Error(`the case ${caseNumber} has no file`);
  const demands = await demandsOf(em, caseNumber, assignment.id);
  const category = await em.findOne(CategoryEntity, { id: categoryId }, { disableIdentityMap: true });
  const unitName = await namesOfUnits(em, [assignment.unitId]);
  const sheet = assignment.fax?.sheet ?? 1;
  return typesetFaxSheet({
    number: numberOfSheet(caseNumber, assignment.id, sheet),
    caseNumber,
    unitName: unitName(assignment.unitId) ?? assignment.unitId,
    role: ROLE_NAMES[assignment.role].zh,
    urgency: URGENCY_NAMES[state.urgency].zh,
    category: category?.name ?? categoryId,
    assignedAt: formatLocal(assignment.startedAt),
    acknowledgeBy: formatLocal(assignment.acknowledgeBy),
    dueAt: formatLocal(assignment.dueAt),
    title: file.title,
    text: file.text,
    ...(file.place ? { place: file.place } : {}),
    caller: callerOn(file, state),
    ...demands,
    replyAddress: `${publicUrl}/cases/${caseNumber}?assignment=${assignment.id}&sheet=${sheet}`,
  });
}

/** What was demanded when the assignment began. */
async function demandsOf(em: SqlEntityManager, caseNumber: string, assignmentId: string) {
  const events = (await eventsAfter(em, caseNumber)) as CaseEvent[];
  const began = events.find(
    ({ type, payload }) =>
      type === 'CaseAssigned' &&
      (payload as CasePayloads['CaseAssigned']).assignments.some((unit) => unit.assignmentId === assignmentId),
  );
  const { quality, feedback } = (began?.payload ?? {}) as Partial<CasePayloads['CaseAssigned']>;
  const references = [quality, feedback].filter((one): one is TextReference => one !== undefined);
  const words = await wordsOfTexts(em, references);
  return { quality: quality ? words(quality) : '', feedback: feedback ? words(feedback) : '' };
}

/** Enough to ask the center for him, which looks first who asks; who is hidden from units stays so. */
function callerOn({ callerName, callerPhone }: CaseFile, state: CaseState): string {
  if (hidesCaller(state)) return '来电人信息保密';
  const name = callerName ? `${Array.from(callerName)[0] ?? ''}** ` : '';
  const phone = callerPhone ? `${maskPhone(callerPhone)} ` : '';
  return `${name}${phone}（完整联系方式请致电受理中心核对身份后索取）`;
}
