/** An article of our own writing, as a county city might have it. `validDays`: so many days from the sowing it is offered. */
export interface SampleArticle {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly sources: readonly string[];
  readonly categoryId: string;
  /** The center's own where absent. */
  readonly ownerUnitId?: string;
  readonly validDays?: number;
}
