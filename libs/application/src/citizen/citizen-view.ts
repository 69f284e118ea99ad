import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  activeAssignments,
  type CaseEvent,
  type CaseState,
  type DeclineReason,
  type Instant,
  type Outcome,
  type TextReference,
} from '@hotline/domain';
import { CaseFileEntity, eventsAfter, findRows, findStream } from '@hotline/persistence';
import { AppError } from '../app-error.ts';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import { namesOfUnits, type NameOf } from '../organisation/names.ts';

/** An answer that a citizen was given: by the desk, or by a unit once the center had accepted what it reported. */
export interface CitizenAnswer {
  readonly at: Instant;
  /** Absent for the center itself. */
  readonly unitName?: string;
  readonly outcome?: Outcome;
  readonly declinedFor?: DeclineReason;
  readonly text?: string;
}

/** A case as whoever brought it may see it: where it stands, who has it, until when, what was answered. Nothing else. */
export interface CitizenView {
  /** His own number, also where another case carries on in its place. */
  readonly caseNumber: string;
  readonly title: string;
  readonly registeredAt: Instant;
  readonly stage: CaseState['stage'];
  /** The stage in plain words. */
  readonly stageWords: string;
  /** 并案: it goes on together with like requests. */
  readonly merged: boolean;
  readonly units: readonly { readonly unitName: string; readonly lead: boolean; readonly dueAt?: Instant }[];
  readonly answers: readonly CitizenAnswer[];
}

const STAGE_WORDS: Readonly<Record<CaseState['stage'], string>> = {
  registered: '已受理，正在安排办理',
  assigned: '承办单位正在办理',
  completed: '承办单位已办结，我们将回访您',
  'second-look': '我们正在复核办理结果',
  closed: '已办结',
  declined: '不属于12345受理范围，理由见答复',
  merged: '已与同类诉求合并办理',
};

/** What is told of a case to whoever proved that its phone is in his hand. Errors: case.not-found. */
export async function citizenViewOf(em: SqlEntityManager, caseNumber: string): Promise<CitizenView> {
  const [file] = await findRows(em, CaseFileEntity, 'case_number = ?', [caseNumber]);
  const state = await stateCarriedOn(em, caseNumber);
  if (!file || !state) throw new AppError('case.not-found');
  const merged = state.caseNumber !== caseNumber;
  const events = (await eventsAfter(em, state.caseNumber)) as CaseEvent[];
  const assignments = activeAssignments(state);
  const units = await namesOfUnits(
    em,
    assignments.map(({ unitId }) => unitId),
  );
  return {
    caseNumber,
    title: file.title,
    registeredAt: file.registeredAt.toISOString(),
    stage: state.stage,
    stageWords: STAGE_WORDS[state.stage],
    merged,
    units: assignments.map(({ unitId, role, status, dueAt }) => ({
      unitName: units(unitId) ?? unitId,
      lead: role === 'lead',
      ...(status === 'accepted' || status === 'feedback' ? {} : { dueAt }),
    })),
    answers: await answersOf(em, state, events, { units, merged }),
  };
}

/** The case that carries on: of a merged one its lead, which may itself be merged. */
async function stateCarriedOn(em: SqlEntityManager, caseNumber: string): Promise<CaseState | undefined> {
  let state: CaseState | undefined;
  for (let number: string | undefined = caseNumber; number; number = state.mergedInto) {
    const row = await findStream(em, number);
    if (row?.kind !== 'case') return undefined;
    state = row.state as CaseState;
  }
  return state;
}

type Answering = CitizenAnswer & { readonly reference?: TextReference };

/** Of a merged case the words are another citizen's, so its end is told without them. */
async function answersOf(
  em: SqlEntityManager,
  state: CaseState,
  events: readonly CaseEvent[],
  { units, merged }: { readonly units: NameOf; readonly merged: boolean },
): Promise<CitizenAnswer[]> {
  const answers = events.flatMap((event) => answerIn(state, event, units) ?? []);
  const words = await wordsOfTexts(
    em,
    answers.flatMap(({ reference }) => reference ?? []),
  );
  return answers.map(({ reference, ...answer }) =>
    reference && !merged ? { ...answer, text: words(reference) } : answer,
  );
}

function answerIn(state: CaseState, event: CaseEvent, units: NameOf): Answering | undefined {
  const { at } = event;
  switch (event.type) {
    case 'AnsweredDirectly':
      return { at, reference: event.payload.text };
    case 'CaseDeclined':
      return { at, declinedFor: event.payload.reason, reference: event.payload.text };
    case 'FeedbackSubmitted': {
      const { assignmentId, outcome, text } = event.payload;
      const assignment = state.assignments[assignmentId];
      // What the center has not accepted, or sent back, is no answer yet.
      if (assignment?.status !== 'accepted' || assignment.feedbackAt !== at) return undefined;
      return { at, unitName: units(assignment.unitId) ?? assignment.unitId, outcome, reference: text };
    }
    default:
      return undefined;
  }
}
