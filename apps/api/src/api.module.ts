import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AssigningController } from './case/assigning.controller.ts';
import { AssignmentController } from './case/assignment.controller.ts';
import { CaseController } from './case/case.controller.ts';
import { ProposalController } from './case/proposal.controller.ts';
import { SupervisionController } from './case/supervision.controller.ts';
import { AnswerInterceptor } from './contract/answer.interceptor.ts';
import { RequestValidationPipe } from './contract/request-validation.pipe.ts';
import { ChangeController } from './events/change.controller.ts';
import { ChangeFeed } from './events/change-feed.ts';
import { LedgerListener } from './events/ledger-listener.ts';
import { HealthController } from './health/health.controller.ts';
import { API_PARTS, type ApiParts } from './house/api-parts.ts';
import { applicationLog } from './house/request-logging.ts';
import { UseCaseContextInterceptor } from './idempotency/use-case-context.interceptor.ts';
import { MeetingController } from './joint-meeting/meeting.controller.ts';
import { MetricsController } from './metrics/metrics.controller.ts';
import { RequestMetrics } from './metrics/request-metrics.ts';
import { NoticeController } from './notice/notice.controller.ts';
import { OpenApiController, PublishedDocument } from './openapi/openapi.controller.ts';
import { OrganisationController } from './organisation/organisation.controller.ts';
import { PolicyController } from './policy/policy.controller.ts';
import { ProblemFilter } from './problem/problem.filter.ts';
import { CrossSiteGuard } from './session/cross-site.guard.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionGuard } from './session/session.guard.ts';
import { SpecialReportController } from './special-report/special-report.controller.ts';
import { TaskController } from './task/task.controller.ts';
import { WebController } from './web/web.controller.ts';

/** The web comes last: it takes every address that nobody else has. */
const CONTROLLERS = [
  SessionController,
  CaseController,
  AssigningController,
  AssignmentController,
  SupervisionController,
  ProposalController,
  MeetingController,
  SpecialReportController,
  TaskController,
  NoticeController,
  OrganisationController,
  PolicyController,
  ChangeController,
  OpenApiController,
  HealthController,
  MetricsController,
  WebController,
];

/** In the order in which a request passes them. */
const AROUND_EVERY_HANDLER: Provider[] = [
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_GUARD, useClass: CrossSiteGuard },
  SessionGuard,
  { provide: APP_GUARD, useExisting: SessionGuard },
  { provide: APP_INTERCEPTOR, useClass: UseCaseContextInterceptor },
  { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
  { provide: APP_PIPE, useClass: RequestValidationPipe },
];

@Module({})
export class ApiModule {
  /** The API over the parts it is given. */
  static of(parts: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [applicationLog(parts.configuration.logLevel, parts.logTo)],
      controllers: CONTROLLERS,
      providers: [
        { provide: API_PARTS, useValue: parts },
        ...AROUND_EVERY_HANDLER,
        RequestMetrics,
        PublishedDocument,
        LedgerListener,
        ChangeFeed,
      ],
    };
  }
}
