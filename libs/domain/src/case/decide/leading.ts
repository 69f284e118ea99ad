import type { DecisionContext } from '../../decision-context.ts';
import { ensure } from '../../domain-error.ts';
import { entryOf } from '../../entry.ts';
import { ensureNear } from '../../instant.ts';
import type { NewCaseEvent } from '../case-event.ts';
import type { CaseCommandOf } from '../case-command.ts';
import type { CaseState } from '../case-state.ts';
import { event, ladder, ladderOfQuestion, waitFromNow } from './decision.ts';

/**
 * 领导督办: a mayor or deputy mayor asks how a case stands, whatever its stage; the center answers by his term, else by the
 * policy's. The question stays with the case also when that ends. Errors: question.answer-in-past.
 */
export function askAsLeader(
  state: CaseState,
  { text, answerBy }: CaseCommandOf<'ask-as-leader'>,
  context: DecisionContext,
): NewCaseEvent[] {
  ensureNear(context.now, answerBy);
  ensure(!answerBy || answerBy > context.now, 'question.answer-in-past');
  const questionId = `q${Object.keys(state.questions).length + 1}`;
  const wait = answerBy ? { start: context.now, due: answerBy } : waitFromNow('leaderQuestion', context);
  const subject = ladderOfQuestion(questionId);
  const facts = { questionId, leaderId: context.actor.userId, answerBy: wait.due, text };
  const of = { subject, due: wait.due };
  return [
    event('LeaderAsked', facts, {
      ladders: { set: [ladder('leader-question', subject, 1, wait, context)] },
      effects: [
        { code: 'notice:leader-question:director', ...of },
        { code: 'task:leader-question:supervision', ...of },
      ],
    }),
  ];
}

/** The center's answer; the leader who asked is told. Errors: question.not-found, question.answered-before. */
export function answerLeader(state: CaseState, { questionId, text }: CaseCommandOf<'answer-leader'>): NewCaseEvent[] {
  const question = entryOf(state.questions, questionId);
  ensure(question, 'question.not-found', { questionId });
  ensure(!question.answeredAt, 'question.answered-before', { questionId });
  const subject = ladderOfQuestion(questionId);
  const effects = [{ code: 'notice:leader-answer:leader', subject, userId: question.leaderId } as const];
  return [event('LeaderAnswered', { questionId, text }, { ladders: { drop: [subject] }, effects })];
}
