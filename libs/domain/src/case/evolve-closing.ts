import { hourOfDay } from '../working-time/local-time.ts';
import type { CaseEvent, CaseEventType } from './case-event.ts';
import type { CaseState, QualityCheckState } from './case-state.ts';

type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;
type OfClosing =
  | 'CallbackRecorded'
  | 'CallbackInvited'
  | 'BooksReviewed'
  | 'SampleLookRecorded'
  | 'QualityChecked'
  | 'QualityAppealed'
  | 'QualityAppealDecided';

function withQualityCheck(state: CaseState, number: number, change: Partial<QualityCheckState>): CaseState {
  const qualityChecks = (state.qualityChecks ?? []).map((check, index) =>
    index === number - 1 ? { ...check, ...change } : check,
  );
  return { ...state, qualityChecks };
}

/** What he said, where he was reached. */
function wordOf({ payload: { solved, satisfaction } }: EventOf<'CallbackRecorded'>): Pick<CaseState, 'citizenWord'> {
  return solved === undefined || !satisfaction ? {} : { citizenWord: { solved, satisfaction } };
}

/** What the citizen's word, and the looks at an end, make of a case. */
export const CLOSING_FOLDS: {
  readonly [Type in OfClosing]: (state: CaseState, event: EventOf<Type>) => CaseState;
} = {
  CallbackRecorded: (state, event) => ({
    ...state,
    callbacks: event.payload.callbackNumber,
    ...(event.payload.result === 'call-later'
      ? { callbackPostponed: (state.callbackPostponed ?? 0) + 1 }
      : { callbackTries: state.callbackTries + 1 }),
    invited: undefined,
    callbackHours: [...(state.callbackHours ?? []), hourOfDay(event.at)],
    firstSatisfaction: state.firstSatisfaction ?? event.payload.satisfaction,
    ...wordOf(event),
  }),
  CallbackInvited: (state, event) => {
    const { invitationNumber: number, answerBy } = event.payload;
    return { ...state, invited: { number, answerBy }, invitations: number };
  },
  BooksReviewed: (state, event) => ({ ...state, booksReviews: event.payload.reviewNumber }),
  SampleLookRecorded: (state) => ({ ...state, sampleLooked: true }),
  QualityChecked: (state, { payload: { userId, score }, by, at }) => ({
    ...state,
    qualityChecks: [...(state.qualityChecks ?? []), { userId, checkerId: by, at, score, status: 'checked' }],
  }),
  QualityAppealed: (state, { payload }) => withQualityCheck(state, payload.checkNumber, { status: 'appealed' }),
  QualityAppealDecided: (state, { payload: { checkNumber, score } }) =>
    withQualityCheck(state, checkNumber, { status: 'decided', score }),
};
