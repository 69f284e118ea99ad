import type { Case, Meeting, SpecialReport } from '@hotline/contracts-http';
import { CommandError } from '../command-error.ts';
import { DEMANDS, type SampleCall } from '../seed/sample-call.ts';
import type { City } from './api-client.ts';
import type { Narrator } from './narrator.ts';
import { FAST_POLICY_VERSION, until, WORKING_DAY } from './pace.ts';
import type { Theatre } from './scene.ts';

interface UnitToAssign {
  readonly unitId: string;
  readonly role: 'lead' | 'co';
  readonly termWorkingDays?: number;
}

/** One case as the people of a scene act on it. */
export class Stage {
  readonly city: City;
  readonly caseNumber: string;
  readonly #narrator: Narrator;

  private constructor(city: City, narrator: Narrator, caseNumber: string) {
    this.city = city;
    this.caseNumber = caseNumber;
    this.#narrator = narrator;
  }

  /**
   * An operator registers a call.
   *
   * @throws CommandError when the system does not run under the fast policy
   */
  static async register({ city, narrator }: Theatre, name: string, call: SampleCall): Promise<Stage> {
    const { course: _, ...request } = call;
    const operator = await city.as('operator1');
    const { caseNumber, policyVersion } = await operator.create<Case>('cases', { channel: 'phone-12345', ...request });
    if (policyVersion !== FAST_POLICY_VERSION)
      throw new CommandError(
        '系统没有使用演示规则，请以 npm start -- --fast --data 新目录 启动。',
        'The system does not run under the fast policy. Start one with: npm start -- --fast --data NEW_FOLDER',
      );
    narrator.follow(name, caseNumber);
    return new Stage(city, narrator, caseNumber);
  }

  /** An operator registers a call, and a supervisor assigns it. */
  static async open(theatre: Theatre, name: string, call: SampleCall, units: readonly UnitToAssign[]): Promise<Stage> {
    const stage = await Stage.register(theatre, name, call);
    // Another term than the policy's is the director's to give, with a reason.
    const given = units.some(({ termWorkingDays }) => termWorkingDays !== undefined);
    const why = given ? { termReason: '多个单位会办，须先议定办法' } : {};
    await stage.as(given ? 'director' : 'supervisor2', 'assignments', {
      units,
      ...why,
      ...DEMANDS,
      ...demandsOf(call),
    });
    return stage;
  }

  /** A person acts on the case. */
  async as(username: string, action: string, body: object = {}): Promise<Case> {
    return (await this.city.as(username)).change<Case>(`cases/${this.caseNumber}`, action, body);
  }

  /** A unit's handler acts on his assignment. */
  async unit(unitId: string, action: string, body: object = {}): Promise<Case> {
    return this.as(unitId, `assignments/${await this.assignmentOf(unitId)}/${action}`, body);
  }

  /** The unit takes its assignment, and speaks with the citizen as it owes him within a working day. */
  async acknowledge(unitId: string): Promise<Case> {
    await this.unit(unitId, 'acknowledgement');
    const contactedAt = new Date().toISOString();
    return this.unit(unitId, 'contact', {
      contactedAt,
      contactMethod: 'phone',
      text: '已与来电人通话，说明办理打算。',
    });
  }

  /** The center acts on a unit's assignment. */
  async onUnit(username: string, unitId: string, action: string, body: object = {}): Promise<Case> {
    return this.as(username, `assignments/${await this.assignmentOf(unitId)}/${action}`, body);
  }

  async onMeeting(username: string, meetingId: string, action: string, body: object = {}): Promise<Meeting> {
    return (await this.city.as(username)).change<Meeting>(`meetings/${meetingId}`, action, body);
  }

  async onReport(username: string, reportId: string, action: string, body: object = {}): Promise<SpecialReport> {
    return (await this.city.as(username)).change<SpecialReport>(`special-reports/${reportId}`, action, body);
  }

  /** The unit reports that it is done, after it has spoken to the citizen, and the center accepts it. */
  async finish(unitId: string, text: string): Promise<void> {
    await this.feedBack(unitId, text);
    await this.onUnit('supervisor2', unitId, 'review', { accepted: true });
  }

  feedBack(unitId: string, text: string): Promise<Case> {
    const contactedAt = new Date().toISOString();
    return this.unit(unitId, 'feedback', { outcome: 'solved', text, contactedAt, contactMethod: 'visit' });
  }

  /** The center calls the citizen back, who is satisfied: the case is closed. */
  callBack(text: string): Promise<Case> {
    const answers = { result: 'reached', contactedByUnit: true, solved: true, satisfaction: 'satisfied' };
    return this.as('operator2', 'callbacks', { ...answers, text });
  }

  /** The case as the director sees it. */
  async look(): Promise<Case> {
    return (await this.city.as('director')).get<Case>(`cases/${this.caseNumber}`);
  }

  /** Waits for something in the case; at most so many working days. */
  until<Found>(what: string, days: number, find: (seen: Case) => Found | undefined): Promise<Found> {
    return until(`${this.caseNumber}: ${what}`, days * WORKING_DAY, async () => find(await this.look()));
  }

  say(chinese: string, english: string): void {
    this.#narrator.say(this.caseNumber, chinese, english);
  }

  async assignmentOf(unitId: string): Promise<string> {
    const { assignments } = await this.look();
    const assignment = assignments.find((one) => one.unitId === unitId);
    if (!assignment) throw new Error(`${unitId} has no assignment in ${this.caseNumber}`);
    return assignment.id;
  }
}

function demandsOf({ course }: SampleCall) {
  return course.kind === 'assigned' ? { quality: course.quality, feedback: course.feedback } : {};
}
