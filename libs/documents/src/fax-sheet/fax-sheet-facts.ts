/** What a fax sheet says (传真交办单). All words are plain text, many lines allowed; times are already in words. */
export interface FaxSheetFacts {
  /** The sheet's own number: case, assignment, which sending. */
  readonly number: string;
  readonly caseNumber: string;
  readonly unitName: string;
  /** 主办, 协办 */
  readonly role: string;
  /** 一般, 紧急, 特急 */
  readonly urgency: string;
  readonly category: string;
  readonly assignedAt: string;
  readonly acknowledgeBy: string;
  readonly dueAt: string;
  readonly title: string;
  readonly text: string;
  readonly place?: string;
  /** No more of the citizen than the unit needs to ask the center for him. */
  readonly caller: string;
  readonly quality: string;
  readonly feedback: string;
  /** What the code on the sheet leads to: where the reply is entered. */
  readonly replyAddress: string;
}
