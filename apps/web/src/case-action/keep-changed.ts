import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.ts';
import type { Changed } from './action.ts';

/** Shows at once what the API answered, and has the lists read again. */
export function keepChanged(queryClient: QueryClient, changed: Changed): void {
  if (changed.kind === 'case') queryClient.setQueryData(keys.case(changed.case.caseNumber), changed.case);
  else void queryClient.invalidateQueries({ queryKey: keys.case(caseOf(changed)) });
  for (const queryKey of keys.lists) void queryClient.invalidateQueries({ queryKey });
}

function caseOf(changed: Exclude<Changed, { kind: 'case' }>): string {
  if (changed.kind === 'meeting') return changed.meeting.caseNumber;
  return changed.kind === 'report' ? changed.report.caseNumber : changed.task.caseNumber;
}
