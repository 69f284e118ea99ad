import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.ts';
import type { Changed } from './action.ts';

/** Shows at once what the API answered, and has the lists read again. */
export function keepChanged(queryClient: QueryClient, changed: Changed): void {
  if (changed.kind === 'case') queryClient.setQueryData(keys.case(changed.case.caseNumber), changed.case);
  else if (changed.kind === 'article')
    queryClient.setQueryData(keys.article(changed.article.articleId), changed.article);
  else if (changed.kind === 'rules') {
    queryClient.setQueryData(keys.rulesChange(changed.rules.changeId), changed.rules);
    void queryClient.invalidateQueries({ queryKey: keys.policy });
  } else {
    const caseNumber = caseOf(changed);
    if (caseNumber) void queryClient.invalidateQueries({ queryKey: keys.case(caseNumber) });
  }
  for (const queryKey of keys.lists) void queryClient.invalidateQueries({ queryKey });
}

function caseOf(changed: Exclude<Changed, { kind: 'case' }>): string | undefined {
  if (changed.kind === 'meeting') return changed.meeting.caseNumber;
  if (changed.kind === 'report') return changed.report.caseNumber;
  return changed.kind === 'task' ? changed.task.caseNumber : undefined;
}
