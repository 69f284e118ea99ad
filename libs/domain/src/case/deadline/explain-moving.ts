import type { DeadlinesMoved } from '../../rules-change/move-deadlines.ts';
import { millisecondsOf } from '../../instant.ts';
import type { CaseEvent } from '../case-event.ts';
import type { CaseState } from '../case-state.ts';
import type { DeadlineLine } from './deadline-line.ts';
import type { DeadlineSpeech, Words } from './deadline-speech.ts';

type Moving = Extract<CaseEvent, { type: 'DeadlinesMoved' }>;

/** Why a due is another one than it was: the calendar or the policy changed, and which days it crosses now. */
export function movedDues(
  { at, payload }: Moving,
  { before, after }: { readonly before: CaseState; readonly after: CaseState },
  speech: DeadlineSpeech,
): Readonly<Record<string, readonly DeadlineLine[]>> {
  const told = payload.waits.flatMap(({ subject, from, to, provisional }) => {
    const [id = '', wait] = subject.split('/');
    const assignment = after.assignments[id];
    if (wait !== 'due' || !assignment) return [];
    const why = reasonOf(payload, before, speech);
    const [was, is] = [speech.clock(from), speech.clock(to)];
    const lines: DeadlineLine[] = [
      {
        code: payload.cause === 'calendar' ? 'calendar-moved' : 'policy-moved',
        at,
        zh: `${speech.clock(at).zh}${why.zh}（${payload.change}），${from === to ? '到期时间不变' : `到期时间由${was.zh}调整为${is.zh}`}`,
        en: `${why.en} ${speech.clock(at).en} (${payload.change}): ${from === to ? 'the due stands' : `the due moves from ${was.en} to ${is.en}`}`,
      },
      ...(assignment.aroundTheClock || millisecondsOf(to) <= millisecondsOf(assignment.startedAt)
        ? []
        : speech.crossed(assignment.startedAt, to)),
    ];
    if (provisional === false)
      lines.push({
        code: 'firm',
        zh: '放假安排已公布，到期时间不再是暂定',
        en: 'the holiday notice is published: the due is no longer provisional',
      });
    lines.push({ code: 'due', at: to, zh: `到期时间：${is.zh}`, en: `due ${is.en}` });
    return [[id, lines] as const];
  });
  return Object.fromEntries(told);
}

function reasonOf({ cause }: DeadlinesMoved, before: CaseState, { policy }: DeadlineSpeech): Words {
  if (cause === 'calendar') return { zh: '放假调休安排变更', en: 'the calendar changed' };
  return {
    zh: `改按《${policy.name}》第${policy.version}版（原为第${before.policyVersion}版）`,
    en: `version ${policy.version} of the policy applies in place of version ${before.policyVersion},`,
  };
}
