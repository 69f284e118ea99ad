/** Names one assignment of a case. */
export interface AssignmentInput {
  readonly caseNumber: string;
  readonly assignmentId: string;
}
