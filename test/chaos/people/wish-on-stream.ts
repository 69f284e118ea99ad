import type { Meeting, SpecialReport } from '@hotline/contracts-http';
import type { Dice } from '../dice.ts';
import type { Proof } from './book.ts';
import { later, type Intent } from './wish-on-case.ts';

interface LookingOn<Seen> {
  readonly seen: Seen;
  readonly dice: Dice;
  readonly mark: string;
  readonly workingDay: number;
}

const intent = (what: string, action: string, mark: string, body: object): Intent => ({
  what,
  action,
  body,
  proof: { by: 'words', mark },
});

/** What somebody of the center does to a joint meeting now. */
export function chooseOnMeeting(looking: LookingOn<Meeting>): Intent | undefined {
  const { seen, dice, mark } = looking;
  if (seen.status === 'held') {
    const open = seen.resolutions.find(({ doneAt }) => doneAt === undefined);
    return open && intent('finish-resolution', `resolutions/${open.id}/completion`, mark, { text: `已完成 ${mark}` });
  }
  if (seen.status !== 'convened') return undefined;
  const choice = dice.between(1, 10);
  if (choice === 1) return intent('cancel-meeting', 'cancellation', mark, { text: `取消 ${mark}` });
  if (choice <= 3)
    return intent('reschedule-meeting', 'rescheduling', mark, { startsAt: later(looking, 3), text: `改期 ${mark}` });
  const [unitId = ''] = seen.unitIds;
  const resolutions = dice.percent(60) ? [{ unitId, text: '更换主管', dueAt: later(looking, 4) }] : [];
  return intent('hold-meeting', 'minutes', mark, {
    settled: dice.percent(70),
    minutes: `会议纪要 ${mark}`,
    attendedUnitIds: seen.unitIds,
    resolutions,
  });
}

/** What somebody of this role does to a special report now. */
export function chooseOnReport(looking: LookingOn<SpecialReport>, role: string): Intent | undefined {
  const { seen, dice, mark } = looking;
  if (role === 'deputy-mayor')
    return seen.status === 'submitted'
      ? intent('give-instruction', 'instruction', mark, {
          text: `请限期解决 ${mark}`,
          dueAt: later(looking, 6),
          parts: [],
        })
      : undefined;
  if (seen.status === 'draft') {
    if (role === 'director' && dice.percent(60))
      return { what: 'submit-report', action: 'submission', body: {}, proof: submissionOf(seen) };
    const words = {
      trouble: `症结 ${mark}`,
      cause: '责任不清',
      wayOut: '明确主办',
      tried: '已会办',
      asked: '请明确主办',
    };
    return intent('revise-report', 'revision', mark, words);
  }
  if (seen.status !== 'instructed') return undefined;
  if (role === 'director' && dice.percent(50))
    return intent('end-report', 'ending', mark, { result: 'solved', text: `已解决 ${mark}` });
  return intent('follow-up-report', 'follow-ups', mark, { text: `落实情况 ${mark}` });
}

function submissionOf({ reportId }: SpecialReport): Proof {
  return { by: 'event', stream: reportId, type: 'ReportSubmitted', member: 'automatic', is: 'false' };
}
