/** Under which keys what was read is kept; a list's filters follow its key. */
export const keys = {
  me: ['me'],
  case: (caseNumber: string) => ['case', caseNumber],
  cases: ['cases'],
  tasks: ['tasks'],
  proposals: ['proposals'],
  meetings: ['meetings'],
  reports: ['reports'],
  notices: ['notices'],
  units: ['units'],
  categories: ['categories'],
  policy: ['policy'],
  /** What may differ after any change of any case. */
  get lists() {
    return [keys.cases, keys.tasks, keys.proposals, keys.meetings, keys.reports, keys.notices];
  },
} as const;
