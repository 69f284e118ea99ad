import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  AppError,
  BOARD,
  mayFollowBoard,
  placeOfStream,
  seeArticle,
  seeCase,
  seeConference,
  type UseCaseContext,
} from '@hotline/application';
import type { Change } from '@hotline/contracts-http';
import { RequestMetrics } from '../metrics/request-metrics.ts';
import { faultOf } from '../problem/fault.ts';
import { SessionGuard } from '../session/session.guard.ts';
import type { EventStream } from './event-stream.ts';
import { LedgerListener, type Heard } from './ledger-listener.ts';

const BEAT = 20_000;
const GATHERING = 100;

/** Who follows: whose session, and what his use cases are asked with. */
export interface Follower {
  readonly token: string;
  readonly context: UseCaseContext;
}

/**
 * Tells each follower which cases and articles have changed, of those he may see. Changes of a tenth of a second are told once, and a
 * session that has ended ends its stream.
 */
@Injectable()
export class ChangeFeed implements BeforeApplicationShutdown {
  private readonly logger = new Logger('ChangeFeed');
  private readonly open = new Set<EventStream>();

  constructor(
    private readonly listener: LedgerListener,
    private readonly sessions: SessionGuard,
    private readonly metrics: RequestMetrics,
  ) {}

  follow(stream: EventStream, follower: Follower): void {
    const gathered = new Set<string>();
    let telling: NodeJS.Timeout | undefined;
    const hear = (heard: Heard): void => {
      if ('missed' in heard) return stream.send('missed', {});
      gathered.add(heard.stream);
      telling ??= setTimeout(() => {
        telling = undefined;
        const streams = [...gathered];
        gathered.clear();
        void this.tell(stream, follower, streams);
      }, GATHERING);
    };
    const stop = this.listener.follow(hear);
    const beat = setInterval(() => void this.beat(stream, follower), BEAT);
    this.open.add(stream);
    this.metrics.openStreams.inc();
    stream.onClose(() => {
      stop();
      clearInterval(beat);
      clearTimeout(telling);
      this.open.delete(stream);
      this.metrics.openStreams.dec();
    });
    stream.send('ready', {});
  }

  beforeApplicationShutdown(): void {
    for (const stream of this.open) stream.end();
  }

  private async tell(stream: EventStream, { context }: Follower, changed: readonly string[]): Promise<void> {
    for (const id of changed) {
      const { caseNumber } = id === BOARD ? {} : placeOfStream(id);
      const of = caseNumber ? { caseNumber } : {};
      if (stream.isOpen && (await this.maySee(context, id)))
        stream.send('change', { ...of, stream: id } satisfies Change);
    }
  }

  private async maySee(context: UseCaseContext, stream: string): Promise<boolean> {
    try {
      if (stream === BOARD) return mayFollowBoard(context);
      const { articleId, conferenceId, invitationId, caseNumber } = placeOfStream(stream);
      if (articleId) return await seeArticle(context, { articleId });
      if (conferenceId ?? invitationId) return await seeConference(context, { stream });
      return caseNumber !== undefined && (await seeCase(context, { caseNumber }));
    } catch (error) {
      if (!(error instanceof AppError))
        this.logger.warn({ message: 'A change could not be told.', fault: faultOf(error) });
      return false;
    }
  }

  private async beat(stream: EventStream, { token }: Follower): Promise<void> {
    const isGood = await this.sessions.sessionOf(token).then(Boolean, () => true);
    if (isGood) stream.beat();
    else stream.end();
  }
}
