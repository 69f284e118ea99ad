import type { LocalDay } from '@hotline/domain';

/** A paper of the center under its red head: 催办单, 督办单, 约谈通知书, 通报, 专题专报, 会议纪要. Words are plain text, many lines allowed. */
export interface OfficialPaper {
  readonly title: string;
  /** 文号, with its sign. */
  readonly number?: string;
  readonly day: LocalDay;
  /** 主送 */
  readonly to?: string;
  readonly opening: string;
  /** What it is about, as a table. */
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly { readonly heading: string; readonly words: string }[];
  readonly closing?: string;
  /** 回执, to be cut off, filled in and returned. */
  readonly slip?: {
    readonly number: string;
    readonly caseNumber: string;
    readonly unitName: string;
    /** In words, of Shanghai. */
    readonly answerBy: string;
  };
}
