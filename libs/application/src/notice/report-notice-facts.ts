import type { ReportEvent, ReportState } from '@hotline/domain';
import { SpecialReportEntity, type Notice } from '@hotline/persistence';
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

/** The instruction, and the part of it that the recipient's unit has to do. */
export async function instructionFacts(source: NoticeSource, notice: Notice) {
  const state = source.streamState as ReportState;
  const given = (source.events as readonly ReportEvent[]).find((event) => event.type === 'InstructionGiven');
  const part = state.parts[notice.subject.replace('part/', '')];
  return {
    ...(await reportFacts(source, notice)),
    instruction: source.words(given?.payload.text),
    due: part?.dueAt ?? state.dueAt ?? notice.createdAt.toISOString(),
    ...(part ? { part: source.words(part.text), unitName: source.unitName(part.unitId) } : {}),
  };
}

/** What is still open after the instruction's term, with what the director says of it. */
export async function openInstructionFacts(source: NoticeSource, notice: Notice) {
  const decided = eventOf(source, notice) as ReportEvent | undefined;
  const { text, automatic = false } = decided?.type === 'OpenInstructionDecided' ? decided.payload : {};
  return { ...(await instructionFacts(source, notice)), text: source.words(text), automatic };
}
