import type { LocalDay } from '@hotline/domain';

/** One article as the handbook prints it. All words are plain text, many lines allowed. */
export interface HandbookArticle {
  readonly articleId: string;
  readonly version: number;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly sources: readonly string[];
  /** The unit that answers for it; the center where absent. */
  readonly ownerName?: string;
  readonly publishedOn: LocalDay;
  readonly validUntil?: LocalDay;
}

/** A category with its articles, in the order in which they are printed. */
export interface HandbookSection {
  readonly name: string;
  readonly articles: readonly HandbookArticle[];
}

/** 受理办理工作手册: the knowledge base as it is offered on a day. */
export interface HandbookFacts {
  readonly day: LocalDay;
  /** Tells one state of the base from another: the same articles in the same versions have the same. */
  readonly edition: string;
  readonly sections: readonly HandbookSection[];
}
