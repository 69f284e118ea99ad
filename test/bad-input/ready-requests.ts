import { randomUUID } from 'node:crypto';
import type { CaseView, MeetingView, ReportView } from '@hotline/application';
import { PASSWORD, type Person, type SmallCity } from '../integration/small-city.ts';
import { seenBy, type Made, type ReadyRequest } from './made-request.ts';
import { askedForTime } from './meeting-stages.ts';
import { resolved, type Operation, type PublishedDocument } from './published-operations.ts';
import { CONFERENCE_REQUESTS } from './conference-requests.ts';
import { inDays, POLICY } from './ready-values.ts';
import { PEOPLE_REQUESTS } from './people-requests.ts';
import { instructionOverdue, partReported } from './report-stages.ts';
import { Stages } from './stages.ts';
import { askedByMayor, onSitePlanned, slipAwaited } from './supervision-stages.ts';

/** What needs nothing more to be brought to it. */
type Stage = Exclude<keyof Stages, 'assignedAnd' | 'without'>;

const case_ =
  (by: Person, stage: Stage, path: Record<string, string> = {}, more: object = {}): Made =>
  async (stages) => {
    const { caseNumber, revision } = (await stages[stage]()) as CaseView;
    return { by, path: { caseNumber, ...path }, revision, more };
  };
const duty = (by: Person, stage: Stage, more?: object): Made => case_(by, stage, { assignmentId: 'a1' }, more);
const meeting =
  (by: Person, stage: 'convened' | 'held', path: Record<string, string> = {}): Made =>
  async (stages) => {
    const { meetingId, revision }: MeetingView = await stages[stage]();
    return { by, path: { meetingId, ...path }, revision };
  };
const polled =
  (by: Person, name: 'suits' | 'startsAt'): Made =>
  async (stages) => {
    const [asked] = (await stages.assignedAnd(askedForTime)).meetings;
    const { meetingId = '', revision = 0, poll } = asked ?? {};
    const [first = ''] = poll?.times.map(({ at }) => at) ?? [];
    return { by, path: { meetingId }, revision, more: { [name]: name === 'suits' ? [first] : first } };
  };
const report =
  (by: Person, stage: 'drafted' | 'submitted' | 'instructed', more: object = {}): Made =>
  async (stages) => {
    const { reportId, revision }: ReportView = await stages[stage]();
    return { by, path: { reportId }, revision, more };
  };
const article =
  (by: Person, stage: 'draftedArticle' | 'submittedArticle' | 'publishedArticle'): Made =>
  async (stages) => {
    const { articleId, revision } = await stages[stage]();
    return { by, path: { articleId }, revision };
  };
const onBoard: Made = async (stages) => {
  const { entryId, revision } = await stages.onBoard();
  return { by: 'supervisor', path: { entryId }, revision };
};
const rules =
  (by: Person, stage: 'draftedPolicy' | 'draftedDays' | 'previewing', more: object = {}): Made =>
  async (stages) => {
    const { changeId, revision } = await stages[stage]();
    return { by, path: { changeId }, revision, more };
  };
const pursued =
  (by: Person, step: typeof slipAwaited, more: object = {}): Made =>
  async (stages) => {
    const { caseNumber, revision } = await stages.assignedAnd(step);
    return { by, path: { caseNumber, assignmentId: 'a1' }, revision, more };
  };
const task: Made = async (stages) => ({ by: 'director', path: { taskId: await stages.taskId() } });

const A_FILE = new TextEncoder().encode('现场情况');

/** For each operation a way to something it can be done to, and a person who may. */
const MADE: Readonly<Record<string, Made>> = {
  logIn: () => ({ path: {}, more: { username: 'mayor', password: PASSWORD } }),
  logOut: seenBy('leader'),
  requestStatusCode: () => ({ path: {} }),
  requestPhoneCode: () => ({ path: {} }),
  bringRequest: async (stages) => ({ path: {}, more: await stages.ownCode('web-request') }),
  addAttachment: async (stages) => {
    const { caseNumber, revision } = await stages.registered();
    return { by: 'operator', path: { caseNumber }, revision, query: 'name=a.txt', file: A_FILE };
  },
  getAttachment: async (stages) => ({ by: 'operator', path: await stages.attached() }),
  bringFile: async (stages) => {
    const { codeId, code } = await stages.broughtByCitizen();
    return { path: {}, query: `codeId=${codeId}&code=${code}&name=a.txt`, file: A_FILE };
  },
  seeOwnCase: async (stages) => ({ path: {}, more: await stages.ownCode('case-status') }),
  seeCallbackQuestion: async (stages) => ({ path: {}, more: await stages.callbackLink() }),
  answerCallback: async (stages) => ({ path: {}, more: await stages.callbackLink() }),
  getMe: seenBy('mayor'),
  followChanges: seenBy('director'),
  listCases: seenBy('director'),
  listCallbacks: seenBy('operator'),
  listCategories: seenBy('operator'),
  listMeetings: seenBy('director'),
  listNotices: seenBy('water-handler'),
  listProposals: seenBy('director'),
  listReports: seenBy('director'),
  countReports: seenBy('director'),
  listTasks: seenBy('director'),
  listUnits: seenBy('operator'),
  listUsers: seenBy('operator'),
  getPolicy: seenBy('operator'),
  listPolicies: seenBy('director'),
  getPolicyVersion: () => ({ by: 'director', path: { version: '1' } }),
  listRulesChanges: seenBy('director'),
  draftPolicy: () => ({ by: 'director', path: {}, more: { policy: POLICY } }),
  draftCalendar: seenBy('director'),
  getRulesChange: rules('director', 'draftedPolicy'),
  revisePolicy: rules('director', 'draftedPolicy', { policy: POLICY }),
  reviseCalendar: rules('director', 'draftedDays'),
  previewRules: rules('director', 'draftedPolicy'),
  listPreviewItems: async (stages) => {
    const { changeId } = await stages.previewing();
    return { by: 'director', path: { changeId, run: '1' } };
  },
  rehearseRules: rules('director', 'draftedPolicy', { from: '2026-01-01T00:00:00Z', to: '2026-04-01T00:00:00Z' }),
  cancelRulesRun: rules('director', 'previewing'),
  approveRules: rules('admin', 'draftedPolicy'),
  withdrawRules: rules('director', 'draftedPolicy'),
  registerCase: seenBy('operator'),
  getCase: case_('director', 'assigned'),
  revealPhone: case_('operator', 'registered'),
  declineCase: case_('operator', 'registered'),
  answerDirectly: async (stages) => {
    const { caseNumber, revision } = await stages.registered();
    const { articleId } = await stages.publishedArticle();
    return { by: 'operator', path: { caseNumber }, revision, more: { articles: [{ articleId, version: 1 }] } };
  },
  assignCase: case_('operator', 'registered'),
  acknowledgeAssignment: duty('water-handler', 'assignedToOne'),
  returnAssignment: duty('water-handler', 'assignedToOne'),
  ruleReturn: duty('operator', 'returned'),
  requestExtension: duty('water-handler', 'acknowledged'),
  decideExtension: duty('operator', 'extensionAsked'),
  suspendAssignment: duty('operator', 'acknowledged'),
  resumeAssignment: duty('operator', 'suspended'),
  reportInterim: duty('water-handler', 'acknowledged'),
  submitFeedback: duty('water-handler', 'acknowledged', { outcome: 'on-books', booksReviewAt: inDays(20) }),
  reviewFeedback: duty('operator', 'fedBack'),
  suggestForRequest: seenBy('operator'),
  suggestForCase: case_('operator', 'registered'),
  getSuggestionUse: async () => ({ by: 'director', path: {} }),
  raiseDispute: duty('water-handler', 'assignedToOne'),
  ruleDispute: case_('director', 'disputed'),
  listDispatchRates: seenBy('director'),
  countRates: seenBy('director'),
  listDueDuties: () => ({ by: 'director', path: { unitId: 'water' } }),
  exportFaxSheet: duty('operator', 'faxed'),
  resendFax: duty('operator', 'faxed'),
  reportFax: duty('operator', 'faxed'),
  getFaxGateway: seenBy('admin'),
  keepFaxGateway: seenBy('admin'),
  takeFaxReport: async (stages) => ({ path: {}, more: { sheetId: await stages.sheetId() } }),
  recordUrgingCall: duty('operator', 'assignedToOne'),
  issueNotice: duty('supervisor', 'assignedToOne'),
  recordOnSiteSession: duty('supervisor', 'assignedToOne'),
  planOnSiteSession: duty('supervisor', 'assignedToOne', { startsAt: inDays(2) }),
  cancelOnSiteSession: pursued('supervisor', onSitePlanned),
  recordTalk: async (stages) => {
    const { caseNumber, revision } = await stages.assignedToOne();
    const more = { heldAt: new Date().toISOString() };
    return { by: 'supervisor', path: { caseNumber, assignmentId: 'a1' }, revision, more };
  },
  publishCriticism: duty('director', 'assignedToOne'),
  returnSlip: pursued('water-handler', slipAwaited),
  askAsLeader: case_('mayor', 'assignedToOne', {}, { answerBy: inDays(9) }),
  answerLeader: async (stages) => {
    const { caseNumber, revision, questions } = await stages.assignedAnd(askedByMayor);
    return { by: 'supervisor', path: { caseNumber, questionId: questions[0]?.questionId ?? '' }, revision };
  },
  downloadDocument: async (stages) => {
    const { caseNumber, documents } = await stages.assignedAnd(slipAwaited);
    return { by: 'director', path: { caseNumber, documentId: documents[0]?.documentId ?? '' } };
  },
  listDocuments: seenBy('director'),
  listSupervision: seenBy('supervisor'),
  recordCallback: case_('operator', 'completed'),
  recordSecondLook: case_('supervisor', 'secondLook'),
  ...PEOPLE_REQUESTS,
  changeTerm: duty('director', 'acknowledged'),
  getQualityForm: seenBy('operator'),
  listQualityChecks: seenBy('operator'),
  scoreQuality: seenBy('operator'),
  checkQuality: case_('supervisor', 'registered'),
  appealQuality: async (stages) => ({
    by: 'leader',
    path: { caseNumber: await stages.qualityChecked(), checkNumber: '1' },
  }),
  decideQualityAppeal: async (stages) => ({
    by: 'director',
    path: { caseNumber: await stages.qualityAppealed(), checkNumber: '1' },
  }),
  inviteCallback: case_('operator', 'completed'),
  recordContact: duty('water-handler', 'acknowledged'),
  reviewBooks: case_('supervisor', 'onBooks'),
  recordSampleLook: case_('supervisor', 'sampled'),
  closeCase: case_('supervisor', 'assignedToOne'),
  reopenCase: case_('operator', 'closed'),
  decideProposal: async (stages) => {
    const { caseNumber, proposalId, revision } = await stages.proposed();
    return { by: 'director', path: { caseNumber, proposalId }, revision };
  },
  conveneMeeting: case_('supervisor', 'assigned'),
  getMeeting: meeting('director', 'convened'),
  rescheduleMeeting: meeting('supervisor', 'convened'),
  cancelMeeting: meeting('supervisor', 'convened'),
  answerMeetingPoll: polled('water-handler', 'suits'),
  fixMeetingTime: polled('supervisor', 'startsAt'),
  holdMeeting: meeting('supervisor', 'convened'),
  downloadMinutes: meeting('water-handler', 'held'),
  finishResolution: meeting('water-handler', 'held', { resolutionId: 'r1' }),
  ...CONFERENCE_REQUESTS,
  draftReport: case_('director', 'assigned'),
  getReport: report('director', 'drafted'),
  listReportVersions: report('director', 'drafted'),
  downloadReport: report('director', 'drafted'),
  reviseReport: report('director', 'drafted'),
  coverCases: async (stages) => {
    const { caseNumber } = await stages.assigned();
    const { reportId, revision } = await stages.drafted();
    return { by: 'supervisor', path: { reportId }, revision, more: { caseNumbers: [caseNumber] } };
  },
  submitReport: report('director', 'drafted'),
  readReport: async (stages) => ({ by: 'deputy', path: { reportId: (await stages.submitted()).reportId } }),
  giveInstruction: report('deputy', 'submitted'),
  followUpReport: report('director', 'instructed', { partId: 'i1' }),
  listInstructionParts: seenBy('water-head'),
  reportPart: async (stages) => {
    const { reportId, revision } = await stages.instructed();
    return { by: 'water-head', path: { reportId, partId: 'i1' }, revision };
  },
  reviewPart: async (stages) => {
    const [reported] = (await stages.assignedAnd(partReported)).reports;
    const { reportId = '', revision = 0 } = reported ?? {};
    return { by: 'supervisor', path: { reportId, partId: 'i1' }, revision };
  },
  decideOpenInstruction: async (stages) => {
    const [instructed] = (await stages.assignedAnd(instructionOverdue)).reports;
    const { reportId = '', revision = 0 } = instructed ?? {};
    return { by: 'director', path: { reportId }, revision, more: { tell: false } };
  },
  endReport: report('director', 'instructed'),
  lookUpCaller: seenBy('operator'),
  findSimilarRequests: seenBy('operator'),
  findSimilarCases: case_('operator', 'registered'),
  listIncidents: seenBy('director'),
  countLine122: seenBy('director'),
  listCalls: seenBy('operator'),
  countCalls: seenBy('director'),
  keepCall: () => {
    const more = { callId: randomUUID(), rangAt: inDays(-0.02), answeredAt: inDays(-0.02), endedAt: inDays(-0.01) };
    return { by: 'telephone', path: {}, more };
  },
  getCall: async (stages) => ({ by: 'operator', path: { callId: await stages.callId() } }),
  revealCallPhone: async (stages) => ({ by: 'operator', path: { callId: await stages.callId() } }),
  fileCall: async (stages) => ({ by: 'operator', path: { callId: await stages.callId() } }),
  transferCase: case_('operator', 'registered'),
  receiptTransfer: case_('operator', 'transferred', { transferId: 't1' }),
  recordTransferOutcome: case_('operator', 'transferred', { transferId: 't1' }),
  receiptHandOver: case_('operator', 'handedOver'),
  declareEmergency: case_('operator', 'assignedToOne'),
  requireUrgentReport: case_('operator', 'registered'),
  sendUrgentReport: case_('operator', 'reportDemanded'),
  returnResult: case_('operator', 'handedDownAnswered'),
  endIncident: case_('supervisor', 'incident'),
  recordCall: case_('operator', 'registered'),
  classifyCase: case_('operator', 'registered'),
  mergeCase: async (stages) => {
    const { caseNumber: leadCaseNumber } = await stages.registered();
    const { caseNumber, revision } = await stages.registered();
    return { by: 'operator', path: { caseNumber }, revision, more: { leadCaseNumber } };
  },
  unmergeCase: case_('operator', 'merged'),
  listBoard: seenBy('operator'),
  postBoardEntry: seenBy('supervisor'),
  changeBoardEntry: onBoard,
  removeBoardEntry: onBoard,
  listArticles: seenBy('operator'),
  draftArticle: seenBy('operator'),
  getArticle: article('operator', 'publishedArticle'),
  getArticleVersion: async (stages) => {
    const { articleId } = await stages.publishedArticle();
    return { by: 'operator', path: { articleId, version: '1' } };
  },
  reviseArticle: article('operator', 'publishedArticle'),
  submitArticle: article('operator', 'draftedArticle'),
  reviewArticle: article('supervisor', 'submittedArticle'),
  doubtArticle: article('operator', 'publishedArticle'),
  confirmArticle: article('supervisor', 'publishedArticle'),
  withdrawArticle: article('supervisor', 'publishedArticle'),
  exportHandbook: seenBy('operator'),
  getTraining: seenBy('admin'),
  listTrainingCases: seenBy('admin'),
  registerTrainingCase: seenBy('admin'),
  getTrainingClock: case_('admin', 'training'),
  advanceTrainingClock: case_('admin', 'training'),
  takeTask: task,
  finishTask: task,
  readNotice: async (stages) => ({ by: 'water-handler', path: { noticeId: await stages.noticeId() } }),
};

/** Makes requests that are accepted, of the example in the document and of what this city has. */
export class ReadyRequests {
  readonly #document: PublishedDocument;
  readonly #stages: Stages;

  constructor(document: PublishedDocument, city: SmallCity) {
    this.#document = document;
    this.#stages = new Stages(city);
  }

  /** A new one for an operation. @throws Error when nobody said how it can be done */
  async make({ operationId, body }: Operation): Promise<ReadyRequest> {
    const made = MADE[operationId];
    if (!made) throw new Error(`Say in ready-requests.ts to what and by whom ${operationId} can be done.`);
    const { more, ...target } = await made(this.#stages);
    if (!body) return target;
    const [example = {}] = resolved(this.#document, body).examples ?? [];
    return { ...target, body: { ...(inThisCity(example) as object), ...more } };
  }
}

/** What the example's city has and this one has not. */
const OWN: Readonly<Record<string, string>> = {
  zhujian: 'water',
  chengguan: 'housing',
  sewer: 'water-supply',
  'utilities.water': 'water-supply',
};
const INSTANT = /^\d{4}-\d\d-\d\dT/;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** When something is, from now; in two days by default. */
const DAYS_AWAY: Readonly<Record<string, number>> = {
  askedAt: 0,
  from: 1,
  until: 4,
  contactedAt: 0,
  startsAt: 0.5,
  endsAt: 3,
};
let made = 0;

/** An example with units, times and numbers of this city in it: what was is now, what will be is in some days. */
function inThisCity(example: unknown, name = ''): unknown {
  if (Array.isArray(example)) return example.map((item) => inThisCity(item, name));
  if (typeof example === 'object' && example !== null)
    return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, inThisCity(value, key)]));
  if (name === 'externalId') return `${String(example)}-${(made += 1)}`;
  if (typeof example !== 'string') return example;
  if (INSTANT.test(example)) return inDays(DAYS_AWAY[name] ?? 2);
  if (DAY.test(example)) return inDays(30).slice(0, 10);
  return OWN[example] ?? example;
}
