import { partOfLadder, type ReportEvent, type ReportState } from '@hotline/domain';
import { SpecialReportEntity, UserEntity, type Notice, type SpecialReport } from '@hotline/persistence';
import { titlesOf } from '../special-report/paper-of-report.ts';
import { eventOf, nameOfUser, type NoticeSource } from './notice-source.ts';

/** What a deputy mayor's office and the director are told while the instruction is awaited. */
export async function reportFacts(source: NoticeSource, notice: Notice) {
  const state = source.streamState as ReportState;
  const deputyMayorName = await nameOfUser(source, state.deputyMayorId);
  const due = state.instructionBy ?? notice.dueAt?.toISOString() ?? notice.createdAt.toISOString();
  return {
    caseNumber: source.caseNumber,
    title: source.title,
    reportId: state.reportId,
    due,
    ...(deputyMayorName ? { deputyMayorName } : {}),
  };
}

/** The special report itself: trouble, cause, way out, and what was tried. */
export async function specialReportFacts(source: NoticeSource, notice: Notice) {
  const state = source.streamState as ReportState;
  const report = await source.em.findOneOrFail(
    SpecialReportEntity,
    { id: state.reportId },
    { disableIdentityMap: true },
  );
  const others = state.caseNumbers.filter((caseNumber) => caseNumber !== source.caseNumber);
  const otherCases = await titlesOf(source.em, others);
  const documentNumber = report.number ? { documentNumber: report.number } : {};
  return {
    ...(await reportFacts(source, notice)),
    ...report.words,
    ...documentNumber,
    otherCases,
    automatic: state.automatic,
  };
}

/** The weekly folder: every report that goes to the deputy mayor in it. */
export async function weeklyFolderFacts(source: NoticeSource, notice: Notice) {
  const reports = await reportsInFolder(source, notice);
  const link = `${source.publicUrl}/special-reports`;
  const titles = await titlesOf(
    source.em,
    reports.flatMap(({ caseNumbers }) => caseNumbers),
  );
  return {
    link: `${link}?folder=weekly`,
    due: notice.dueAt?.toISOString() ?? notice.createdAt.toISOString(),
    reports: reports.map(({ id, number, caseNumbers, words }) => ({
      reportId: id,
      cases: titles.filter(({ caseNumber }) => caseNumbers.includes(caseNumber)),
      asked: words.asked,
      link: `${link}/${id}`,
      ...(number ? { documentNumber: number } : {}),
    })),
  };
}

/** The reports of a weekly folder, in the order of their numbers. */
export function reportsInFolder(source: NoticeSource, notice: Notice): Promise<SpecialReport[]> {
  const delivered = eventOf(source, notice) as ReportEvent | undefined;
  const ids = delivered?.type === 'ReportDelivered' ? delivered.payload.reportIds : [];
  return source.em.find(
    SpecialReportEntity,
    { id: { $in: [...ids] } },
    { orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
}

/** The instruction, and the part of it that the recipient's unit has to do. */
export async function instructionFacts(source: NoticeSource, notice: Notice) {
  const state = source.streamState as ReportState;
  const given = (source.events as readonly ReportEvent[]).find((event) => event.type === 'InstructionGiven');
  const part = state.parts[partOfLadder(notice.subject)];
  return {
    ...(await reportFacts(source, notice)),
    instruction: source.words(given?.payload.text),
    due: part?.dueAt ?? state.dueAt ?? notice.createdAt.toISOString(),
    ...(part ? { part: source.words(part.text), unitName: source.unitName(part.unitId) } : {}),
    ...(part && (await isForUnit(source, notice)) ? { link: `${source.publicUrl}/unit-desk` } : {}),
  };
}

/** Whether a notice is for a unit: it sees no report, and of the case nothing without a duty in it. */
async function isForUnit({ em }: NoticeSource, { recipientId: id }: Notice): Promise<boolean> {
  const person = id ? await em.findOne(UserEntity, { id }, { disableIdentityMap: true }) : null;
  return person ? typeof person.unitId === 'string' : true;
}

/** What is still open after the instruction's term, with what the director says of it. */
export async function openInstructionFacts(source: NoticeSource, notice: Notice) {
  const decided = eventOf(source, notice) as ReportEvent | undefined;
  const { text, automatic = false } = decided?.type === 'OpenInstructionDecided' ? decided.payload : {};
  return { ...(await instructionFacts(source, notice)), text: source.words(text), automatic };
}

/** A part that the center sent back to its unit, and why. */
export async function partSentBackFacts(source: NoticeSource, notice: Notice) {
  const reviewed = eventOf(source, notice) as ReportEvent | undefined;
  const text = reviewed?.type === 'PartReviewed' ? reviewed.payload.text : undefined;
  return { ...(await instructionFacts(source, notice)), reason: source.words(text) };
}
