import {
  documentNumberOf,
  type Actor,
  type CaseEvent,
  type CaseState,
  type CaseDocumentKind,
  type Instant,
  type QuestionState,
} from '@hotline/domain';
import { wordsOfTexts } from '../ledger/words-of-texts.ts';
import { namesOfPeople } from '../organisation/names.ts';
import type { Transaction } from '../use-case/run-use-case.ts';

/** A numbered paper of the case, as lists show it. */
export interface PaperView {
  readonly documentId: string;
  readonly kind: CaseDocumentKind;
  /** 文号, `皋12345督〔2026〕17号` */
  readonly number: string;
  readonly assignmentId: string;
  readonly issuedAt: Instant;
  readonly answerBy?: Instant;
  readonly returnedAt?: Instant;
}

/** The papers that the actor may see: a unit its own. */
export function viewPapers({ documents, assignments }: CaseState, { unitId }: Actor): PaperView[] {
  return Object.values(documents)
    .filter(({ assignmentId }) => !unitId || assignments[assignmentId]?.unitId === unitId)
    .map(({ id, kind, number, ...facts }) => ({
      documentId: id,
      kind,
      ...facts,
      number: documentNumberOf(kind, number),
    }));
}

/** 领导督办: what a leader asked and was answered. */
export interface QuestionView extends Omit<QuestionState, 'id'> {
  readonly questionId: string;
  readonly leaderName: string;
  readonly askedAt: Instant;
  readonly text: string;
  readonly answer?: string;
}

export async function viewQuestions(
  { em }: Pick<Transaction, 'em'>,
  { questions }: CaseState,
  events: readonly CaseEvent[],
): Promise<QuestionView[]> {
  if (Object.keys(questions).length === 0) return [];
  const asked = events.flatMap((event) => (event.type === 'LeaderAsked' ? [event] : []));
  const answered = events.flatMap((event) => (event.type === 'LeaderAnswered' ? [event] : []));
  const words = await wordsOfTexts(
    em,
    [...asked, ...answered].map(({ payload }) => payload.text),
  );
  const nameOf = await namesOfPeople(
    em,
    asked.map(({ payload }) => payload.leaderId),
  );
  return asked.flatMap(({ at, payload: { questionId, text } }) => {
    const question = questions[questionId];
    if (!question) return [];
    const { id, ...facts } = question;
    const answer = answered.find(({ payload }) => payload.questionId === id);
    return [
      {
        questionId: id,
        ...facts,
        leaderName: nameOf(facts.leaderId) ?? facts.leaderId,
        askedAt: at,
        text: words(text),
        ...(answer ? { answer: words(answer.payload.text) } : {}),
      },
    ];
  });
}
