import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { Open } from '../house/open.decorator.ts';
import { ProblemError } from '../problem/problem-error.ts';

const PATIENCE = 2_000;

/** For supervisors: alive, and ready to work. */
@Open()
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get('healthz')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /**
   * Ready when the database answers within two seconds, on a connection that is free by then; Temporal is not asked, for no
   * request waits for it.
   */
  @Get('readyz')
  async ready(): Promise<{ status: 'ready' }> {
    const late = AbortSignal.timeout(PATIENCE);
    const answered = this.parts.orm.em.fork().execute('select 1');
    await Promise.race([
      answered,
      new Promise((_, reject) => {
        late.addEventListener('abort', () => reject(new ProblemError('service.busy', { retryAfterSeconds: 5 })));
      }),
    ]);
    return { status: 'ready' };
  }
}
