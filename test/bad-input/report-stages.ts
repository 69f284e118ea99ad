import { setTimeout as pause } from 'node:timers/promises';
import {
  draftReport,
  getCase,
  giveInstruction,
  reportPart,
  submitReport,
  type CaseView,
  type GiveInstructionInput,
} from '@hotline/application';
import type { SmallCity } from '../integration/small-city.ts';
import { inDays } from './ready-values.ts';

const SECOND = 1 / 86_400;

async function instructed(city: SmallCity, caseNumber: string, instruction: Omit<GiveInstructionInput, 'reportId'>) {
  const { reports } = await draftReport(city.as('director'), { caseNumber });
  const reportId = reports[0]?.reportId ?? '';
  await submitReport(city.as('director'), { reportId, folder: 'urgent' });
  return giveInstruction(city.as('deputy'), { reportId, ...instruction });
}

/** The deputy mayor instructed on a report of the case, and the term of his instruction is over. */
export async function instructionOverdue(city: SmallCity, caseNumber: string): Promise<CaseView> {
  await instructed(city, caseNumber, { text: '限期解决', dueAt: inDays(2 * SECOND), parts: [] });
  await pause(2_100);
  return getCase(city.as('director'), { caseNumber });
}

/** A unit reported its part of the instruction as done. */
export async function partReported(city: SmallCity, caseNumber: string): Promise<CaseView> {
  const parts = [{ unitId: 'water', text: '恢复供水', dueAt: inDays(5) }];
  const { reportId } = await instructed(city, caseNumber, { text: '限期解决', dueAt: inDays(9), parts });
  await reportPart(city.as('water-head'), { reportId, partId: 'i1', text: '已恢复', done: true });
  return getCase(city.as('director'), { caseNumber });
}
