import { setTimeout as pause } from 'node:timers/promises';
import { draftReport, getCase, giveInstruction, submitReport, type CaseView } from '@hotline/application';
import type { SmallCity } from '../integration/small-city.ts';
import { inDays } from './ready-values.ts';

const SECOND = 1 / 86_400;

/** The deputy mayor instructed on a report of the case, and the term of his instruction is over. */
export async function instructionOverdue(city: SmallCity, caseNumber: string): Promise<CaseView> {
  const { reports } = await draftReport(city.as('director'), { caseNumber });
  const reportId = reports[0]?.reportId ?? '';
  await submitReport(city.as('director'), { reportId });
  await giveInstruction(city.as('deputy'), { reportId, text: '限期解决', dueAt: inDays(2 * SECOND), parts: [] });
  await pause(2_100);
  return getCase(city.as('director'), { caseNumber });
}
