import { draftReport, getCase, giveInstruction, reportPart, submitReport, type CaseView } from '@hotline/application';
import type { SmallCity } from '../integration/small-city.ts';
import { inDays } from './ready-values.ts';

const MINUTE = 60_000;

async function submitted(city: SmallCity, caseNumber: string): Promise<string> {
  const { reports } = await draftReport(city.as('director'), { caseNumber });
  const reportId = reports[0]?.reportId ?? '';
  await submitReport(city.as('director'), { reportId, folder: 'urgent' });
  return reportId;
}

/** The deputy mayor instructed on a report of the case, two minutes ago by his clock, for one minute. */
export async function instructionOverdue(city: SmallCity, caseNumber: string): Promise<CaseView> {
  const reportId = await submitted(city, caseNumber);
  const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString();
  const clock = { now: () => Promise.resolve(ago(2)) };
  await giveInstruction({ ...city.as('deputy'), clock }, { reportId, text: '限期解决', dueAt: ago(1), parts: [] });
  return getCase(city.as('director'), { caseNumber });
}

/** A unit reported its part of the instruction as done. */
export async function partReported(city: SmallCity, caseNumber: string): Promise<CaseView> {
  const parts = [{ unitId: 'water', text: '恢复供水', dueAt: inDays(5) }];
  const reportId = await submitted(city, caseNumber);
  await giveInstruction(city.as('deputy'), { reportId, text: '限期解决', dueAt: inDays(9), parts });
  await reportPart(city.as('water-head'), { reportId, partId: 'i1', text: '已恢复', done: true });
  return getCase(city.as('director'), { caseNumber });
}
