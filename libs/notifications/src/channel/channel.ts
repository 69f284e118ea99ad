import type { RenderedNotice } from '../notice/render-notice.ts';

export type ChannelName = 'mail' | 'sms';

/** One notice for one recipient by one channel. */
export interface NoticeMessage {
  /** Unique for the notice and the channel; the same for every try, so that a repeat can be recognised. */
  readonly key: string;
  /** A mail address, a phone number: what the channel takes. */
  readonly to: { readonly name: string; readonly address: string };
  readonly notice: RenderedNotice;
  /** Files that go with it, where the channel can carry them. */
  readonly files?: readonly NoticeFile[];
}

export interface NoticeFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** What came of a try: on its way, or refused for good (trying again would be refused again). */
export type Delivery =
  | { readonly result: 'sent'; readonly providerId?: string }
  | { readonly result: 'refused'; readonly reason: string };

/** A way to reach a person. */
export interface NoticeChannel {
  readonly name: ChannelName;
  /** Sends once. Throws {@link TemporaryDeliveryFailure} when trying later may succeed. */
  send(message: NoticeMessage): Promise<Delivery>;
  /** Lets go of connections after what is under way has ended. */
  close(): Promise<void>;
}

export type DeliveryProblem =
  /** No connection, or it broke. */
  | 'unreachable'
  | 'timed-out'
  /** Our log-in at the server failed: configuration to mend, not the recipient's fault. */
  | 'authentication'
  /** The server will not send for our own address (MAIL_FROM): configuration to mend. */
  | 'sender-refused'
  /** The server said "later" (4xx). */
  | 'deferred'
  | 'closed'
  | 'unknown';

/** Not delivered now; trying later may succeed. Its message names no recipient. */
export class TemporaryDeliveryFailure extends Error {
  readonly code = 'notice.undelivered';
  readonly details: {
    readonly channel: ChannelName;
    readonly problem: DeliveryProblem;
    readonly responseCode?: number;
  };

  constructor(
    channel: ChannelName,
    problem: DeliveryProblem,
    options: { readonly responseCode?: number; readonly cause?: unknown } = {},
  ) {
    const { responseCode, cause } = options;
    super(`${channel}: ${problem}${responseCode ? ` (${responseCode})` : ''}`, { cause });
    this.name = 'TemporaryDeliveryFailure';
    this.details = { channel, problem, ...(responseCode ? { responseCode } : {}) };
  }
}
