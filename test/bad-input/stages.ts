import { randomBytes, randomUUID } from 'node:crypto';
import {
  answerDirectly,
  acknowledgeAssignment,
  addAttachment,
  bringRequest,
  actOnStream,
  appealQuality,
  assignCase,
  checkQuality,
  closeCase,
  conveneMeeting,
  draftArticle,
  draftReport,
  draftRules,
  getCase,
  giveInstruction,
  holdMeeting,
  inviteCallback,
  keepFaxGateway,
  listIncidents,
  listNotices,
  listTasks,
  MACHINE_ACTOR,
  mergeCase,
  postBoardEntry,
  previewRules,
  raiseDispute,
  recordCallback,
  keepCall,
  registerCase,
  transferCase,
  requireUrgentReport,
  requestExtension,
  returnAssignment,
  reviewArticle,
  reviewFeedback,
  submitArticle,
  submitFeedback,
  submitReport,
  suspendAssignment,
  type ArticleView,
  type BoardEntryView,
  type CaseView,
  type MeetingView,
  type ReportView,
  type RulesChangeView,
} from '@hotline/application';
import { CHANNELS } from '@hotline/contracts-http';
import { DEFAULT_CLOSING, isSampled, nextAction, type CaseState } from '@hotline/domain';
import { findStream, keepCallbackToken, keepCode, NoticeEntity, sha256, type CodePurpose } from '@hotline/persistence';
import { REQUEST, type SmallCity } from '../integration/small-city.ts';
import { inDays, POLICY } from './ready-values.ts';

const TEXT = '已到现场查看并答复市民';
const DEMANDS = { quality: '查明原因', feedback: '答复市民' };
const A1 = { assignmentId: 'a1' };
const contacted = () => ({ contactedAt: new Date().toISOString(), contactMethod: 'phone' }) as const;

/** Brings new cases, meetings and reports to the stage in which something may be done to them. */
export class Stages {
  readonly #city: SmallCity;
  constructor(city: SmallCity) {
    this.#city = city;
  }

  /** A code that a citizen has got on his phone. */
  async ownCode(purpose: CodePurpose = 'case-status'): Promise<{ readonly codeId: string; readonly code: string }> {
    const { caseNumber } = await this.registered();
    const [codeId, code] = [randomUUID(), '042137'];
    const em = this.#city.orm.em.fork();
    const kept = {
      id: codeId,
      purpose,
      digest: sha256(`${codeId}:${code}`),
      createdAt: inDays(0),
      expiresAt: inDays(1),
    };
    await keepCode(em, { ...kept, phone: REQUEST.callerPhone, ...(purpose === 'case-status' ? { caseNumber } : {}) });
    return { codeId, code };
  }

  /** A request that a citizen has just brought, and the code that he did it with. */
  async broughtByCitizen(): Promise<{ readonly codeId: string; readonly code: string }> {
    const proof = await this.ownCode('web-request');
    const { orm, clock } = this.#city.as('operator');
    await bringRequest({ orm, clock, address: randomUUID() }, { ...proof, name: '王某', text: randomUUID() });
    return proof;
  }

  async attached(): Promise<{ readonly caseNumber: string; readonly attachmentId: string }> {
    const { caseNumber } = await this.registered();
    const file = { name: 'a.txt', bytes: new TextEncoder().encode('现场情况') };
    const { attachments } = await addAttachment(this.#city.as('operator'), { caseNumber, ...file });
    return { caseNumber, attachmentId: attachments[0]?.attachmentId ?? '' };
  }

  /** Unlike any other, so that no incident is seen in so many. */
  registered(): Promise<CaseView> {
    const [title, text] = [randomUUID(), randomUUID()];
    return registerCase(this.#city.as('operator'), { ...REQUEST, channel: CHANNELS[0], title, text });
  }

  /** A call that was answered. */
  async callId(): Promise<string> {
    const callId = randomUUID();
    const [rangAt, answeredAt, endedAt] = [inDays(-0.02), inDays(-0.02), inDays(-0.01)];
    await keepCall(this.#city.as('telephone'), { callId, line: '12345', rangAt, answeredAt, endedAt });
    return callId;
  }

  /** Given to 119. */
  async transferred(): Promise<CaseView> {
    const { caseNumber } = await this.registered();
    return transferCase(this.#city.as('operator'), { caseNumber, line: '119', cause: 'emergency', text: TEXT });
  }

  handedOver(): Promise<CaseView> {
    const [title, text] = [randomUUID(), randomUUID()];
    return registerCase(this.#city.as('operator'), { ...REQUEST, channel: 'hand-over-110', title, text });
  }

  async reportDemanded(): Promise<CaseView> {
    const { caseNumber } = await this.registered();
    return requireUrgentReport(this.#city.as('operator'), { caseNumber, reason: TEXT });
  }

  /** From the province, answered at the desk. */
  async handedDownAnswered(): Promise<CaseView> {
    const more = { channel: 'hand-down-province', externalNumber: randomUUID(), title: randomUUID() };
    const { caseNumber } = await registerCase(this.#city.as('operator'), { ...REQUEST, ...more });
    return answerDirectly(this.#city.as('operator'), { caseNumber, text: TEXT });
  }

  /** The same is told by many callers, until an incident is seen in it: the case that opened it. */
  async incident(): Promise<CaseView> {
    const place = randomUUID();
    for (let callers = 1; callers < 20; callers += 1) {
      const told = { title: place, text: place, place, callerPhone: `1390000${1000 + callers}` };
      const request = { ...REQUEST, channel: CHANNELS[0], ...told };
      const { caseNumber } = await registerCase(this.#city.as('operator'), request);
      const { items } = await listIncidents(this.#city.as('director'), {});
      if (items.some((one) => one.caseNumber === caseNumber)) return this.#seen(caseNumber);
    }
    throw new Error('no incident was ever seen');
  }

  /** One that is not the same as another. */
  async merged(): Promise<CaseView> {
    const [{ caseNumber }, lead] = [await this.registered(), await this.registered()];
    return mergeCase(this.#city.as('operator'), { caseNumber, leadCaseNumber: lead.caseNumber, text: TEXT });
  }

  onBoard(): Promise<BoardEntryView> {
    const entry = { kind: 'water-off', title: TEXT, wording: TEXT, startsAt: inDays(0.5), endsAt: inDays(2) } as const;
    return postBoardEntry(this.#city.as('supervisor'), { ...entry, pinned: false });
  }

  /** With two units: the water group leads. */
  async assigned(): Promise<CaseView> {
    const { caseNumber } = await this.registered();
    const units = [
      { unitId: 'water', role: 'lead' },
      { unitId: 'housing', role: 'co' },
    ] as const;
    return assignCase(this.#city.as('operator'), { caseNumber, units, ...DEMANDS });
  }

  async assignedToOne(): Promise<CaseView> {
    const { caseNumber } = await this.registered();
    const units = [{ unitId: 'water', role: 'lead' }] as const;
    return assignCase(this.#city.as('operator'), { caseNumber, units, ...DEMANDS });
  }

  /** Given to one unit, and one step further. */
  async assignedAnd(step: (city: SmallCity, caseNumber: string) => Promise<CaseView>): Promise<CaseView> {
    return step(this.#city, (await this.assignedToOne()).caseNumber);
  }

  /** What is brought about without a case. */
  without<Made>(step: (city: SmallCity) => Promise<Made>): Promise<Made> {
    return step(this.#city);
  }

  /** Given to a unit that is not online. */
  async faxed(): Promise<CaseView> {
    const { caseNumber } = await this.registered();
    const units = [{ unitId: 'village', role: 'lead' }] as const;
    return assignCase(this.#city.as('operator'), { caseNumber, units, ...DEMANDS });
  }

  /** What the mail to the fax gateway bears. */
  async sheetId(): Promise<string> {
    await keepFaxGateway(this.#city.as('admin'), { domain: 'fax.city.example' });
    const { caseNumber: stream } = await this.faxed();
    const sheet = await this.#city.orm.em.fork().findOneOrFail(NoticeEntity, { stream, kind: 'fax-sheet' });
    return sheet.id;
  }

  async disputed(): Promise<CaseView> {
    const { caseNumber } = await this.assignedToOne();
    return raiseDispute(this.#city.as('water-handler'), { caseNumber, ...A1, unitIds: ['housing'], text: TEXT });
  }

  async acknowledged(): Promise<CaseView> {
    const { caseNumber } = await this.assignedToOne();
    return acknowledgeAssignment(this.#city.as('water-handler'), { caseNumber, ...A1 });
  }

  async returned(): Promise<CaseView> {
    const { caseNumber } = await this.assigned();
    return returnAssignment(this.#city.as('water-head'), { caseNumber, ...A1, basis: TEXT });
  }

  async extensionAsked(): Promise<CaseView> {
    const { caseNumber } = await this.acknowledged();
    const asked = { caseNumber, ...A1, workingDays: 1, reason: TEXT };
    return requestExtension(this.#city.as('water-handler'), asked);
  }

  async suspended(): Promise<CaseView> {
    const { caseNumber } = await this.acknowledged();
    const suspension = { cause: 'weather', reviewAt: inDays(2), text: TEXT };
    return suspendAssignment(this.#city.as('operator'), { caseNumber, ...A1, ...suspension });
  }

  async fedBack(earlier?: CaseView): Promise<CaseView> {
    const { caseNumber } = earlier ?? (await this.acknowledged());
    const feedback = { outcome: 'solved', text: TEXT, ...contacted() } as const;
    return submitFeedback(this.#city.as('water-handler'), { caseNumber, ...A1, ...feedback });
  }

  async completed(earlier?: CaseView): Promise<CaseView> {
    const { caseNumber } = await this.fedBack(earlier);
    return reviewFeedback(this.#city.as('operator'), { caseNumber, ...A1, accepted: true });
  }

  async closed(): Promise<CaseView> {
    const { caseNumber } = await this.assignedToOne();
    return closeCase(this.#city.as('supervisor'), { caseNumber, outcome: 'explained', text: TEXT });
  }

  /** A link that asks a citizen about his case, as he was sent it. */
  async callbackLink(): Promise<{ readonly token: string }> {
    const { caseNumber } = await this.completed();
    await inviteCallback(this.#city.as('operator'), { caseNumber });
    const token = randomBytes(32).toString('base64url');
    const link = { digest: sha256(token), caseNumber, invitation: 1, expiresAt: inDays(2) };
    await keepCallbackToken(this.#city.orm.em.fork(), link);
    return { token };
  }

  /** The shift leader's work on a call was judged. */
  async qualityChecked(): Promise<string> {
    const { caseNumber } = await this.registered();
    const marks = DEFAULT_CLOSING.quality.form.map(({ id, points }) => ({ item: id, points }));
    await checkQuality(this.#city.as('supervisor'), { caseNumber, checked: 'call', userId: 'leader', marks });
    return caseNumber;
  }

  async qualityAppealed(): Promise<string> {
    const caseNumber = await this.qualityChecked();
    await appealQuality(this.#city.as('leader'), { caseNumber, checkNumber: 1, text: TEXT });
    return caseNumber;
  }

  /** Closed as pending, to be looked at in some days. */
  async onBooks(): Promise<CaseView> {
    const { caseNumber } = await this.acknowledged();
    const feedback = { outcome: 'on-books', booksReviewAt: inDays(20), text: TEXT, ...contacted() } as const;
    await submitFeedback(this.#city.as('water-handler'), { caseNumber, ...A1, ...feedback });
    await reviewFeedback(this.#city.as('operator'), { caseNumber, ...A1, accepted: true });
    return recordCallback(this.#city.as('operator'), { caseNumber, result: 'refused' });
  }

  /** Closed against the citizen's word, and in the sample that is looked at once more. */
  async sampled(): Promise<CaseView> {
    let seen = await this.acknowledged();
    while (!isSampled(seen.caseNumber, DEFAULT_CLOSING.sampleRate)) seen = await this.acknowledged();
    const { caseNumber } = await this.completed(seen);
    const verdict = { result: 'reached', contactedByUnit: true, solved: false, satisfaction: 'basically' } as const;
    return recordCallback(this.#city.as('operator'), { caseNumber, ...verdict });
  }

  /** After three dissatisfied callbacks. */
  async secondLook(): Promise<CaseView> {
    let seen = await this.acknowledged();
    const verdict = { result: 'reached', contactedByUnit: true, solved: false, satisfaction: 'dissatisfied' } as const;
    while (seen.stage !== 'second-look') {
      const { caseNumber } = await this.completed(seen);
      seen = await recordCallback(this.#city.as('operator'), { caseNumber, ...verdict, text: TEXT });
    }
    return seen;
  }

  /** The ladder is climbed until something is proposed to the director. */
  async proposed(): Promise<CaseView & { readonly proposalId: string }> {
    const { caseNumber } = await this.assigned();
    const machine = { ...this.#city.as('operator'), actor: MACHINE_ACTOR };
    for (;;) {
      const state = (await findStream(this.#city.orm.em.fork(), caseNumber))?.state as CaseState;
      const open = Object.values(state.proposals).find(({ status }) => status === 'open');
      if (open) return { ...(await this.#seen(caseNumber)), proposalId: open.id };
      const next = nextAction(state);
      if (!next) throw new Error('nothing was ever proposed');
      await actOnStream(machine, { stream: caseNumber, key: next.key, at: next.at, after: 0 });
    }
  }

  async convened(): Promise<MeetingView> {
    const { caseNumber } = await this.assigned();
    const invitation = { unitIds: ['water', 'housing'], startsAt: inDays(3) };
    return found((await conveneMeeting(this.#city.as('supervisor'), { caseNumber, ...invitation })).meetings);
  }

  async held(): Promise<MeetingView> {
    const { meetingId } = await this.convened();
    const resolutions = [{ unitId: 'water', text: TEXT, dueAt: inDays(5) }];
    const minutes = { settled: true, minutes: TEXT, attendedUnitIds: ['water'], resolutions };
    return holdMeeting(this.#city.as('supervisor'), { meetingId, ...minutes });
  }

  async drafted(): Promise<ReportView> {
    const { caseNumber } = await this.assigned();
    const words = { trouble: TEXT, cause: TEXT, wayOut: TEXT, tried: TEXT, asked: TEXT };
    return found((await draftReport(this.#city.as('director'), { caseNumber, ...words })).reports);
  }

  async submitted(): Promise<ReportView> {
    const { reportId } = await this.drafted();
    return submitReport(this.#city.as('director'), { reportId, folder: 'urgent' });
  }

  async instructed(): Promise<ReportView> {
    const { reportId } = await this.submitted();
    const parts = [{ unitId: 'water', text: TEXT, dueAt: inDays(5) }];
    return giveInstruction(this.#city.as('deputy'), { reportId, text: TEXT, dueAt: inDays(9), parts });
  }

  draftedArticle(): Promise<ArticleView> {
    const words = { title: TEXT, question: TEXT, answer: TEXT, sources: [], categoryId: REQUEST.categoryId };
    return draftArticle(this.#city.as('operator'), { ...words, ownerUnitId: 'water' });
  }

  async submittedArticle(): Promise<ArticleView> {
    const { articleId } = await this.draftedArticle();
    return submitArticle(this.#city.as('operator'), { articleId });
  }

  async publishedArticle(): Promise<ArticleView> {
    const { articleId } = await this.submittedArticle();
    return reviewArticle(this.#city.as('supervisor'), { articleId, accepted: true });
  }

  draftedPolicy(): Promise<RulesChangeView> {
    return draftRules(this.#city.as('director'), { policy: POLICY, reason: TEXT });
  }

  draftedDays(): Promise<RulesChangeView> {
    return draftRules(this.#city.as('director'), {
      days: [{ day: inDays(30).slice(0, 10), kind: 'holiday' }],
      reason: TEXT,
    });
  }

  async previewing(): Promise<RulesChangeView> {
    const { changeId } = await this.draftedPolicy();
    return previewRules(this.#city.as('director'), { changeId });
  }

  training(): Promise<CaseView> {
    return registerCase(this.#city.as('admin'), { ...REQUEST, channel: 'training', training: true });
  }

  /** An open task of the operator's: to review feedback. */
  async taskId(): Promise<string> {
    const { caseNumber } = await this.fedBack();
    const { items } = await listTasks(this.#city.as('director'), { caseNumber, limit: 1 });
    return found(items).taskId;
  }

  /** A notice to the handler of the water group: of an assignment. */
  async noticeId(): Promise<string> {
    await this.assignedToOne();
    const { items } = await listNotices(this.#city.as('water-handler'), { unread: true, limit: 1 });
    return found(items).noticeId;
  }

  async #seen(caseNumber: string): Promise<CaseView> {
    return getCase(this.#city.as('director'), { caseNumber });
  }
}

function found<Thing>(things: readonly Thing[]): Thing {
  const [first] = things;
  if (first === undefined) throw new Error('the stage did not bring what it should');
  return first;
}
