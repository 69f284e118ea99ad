import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CallController } from './call/call.controller.ts';
import { AssigningController } from './case/assigning.controller.ts';
import { AssignmentController } from './case/assignment.controller.ts';
import { CaseController } from './case/case.controller.ts';
import { ProposalController } from './case/proposal.controller.ts';
import { SupervisionController } from './case/supervision.controller.ts';
import { CallbackController } from './closing/callback.controller.ts';
import { CallbackAnswerController } from './citizen/callback-answer.controller.ts';
import { CitizenController } from './citizen/citizen.controller.ts';
import { WebRequestController } from './citizen/web-request.controller.ts';
import { ClosingController } from './closing/closing.controller.ts';
import { AttachmentController } from './attachment/attachment.controller.ts';
import { AnswerInterceptor } from './contract/answer.interceptor.ts';
import { RequestValidationPipe } from './contract/request-validation.pipe.ts';
import { EmergencyController } from './emergency/emergency.controller.ts';
import { ChangeController } from './events/change.controller.ts';
import { ChangeFeed } from './events/change-feed.ts';
import { LedgerListener } from './events/ledger-listener.ts';
import { DispatchController } from './dispatch/dispatch.controller.ts';
import { FaxController } from './fax/fax.controller.ts';
import { FaxGatewayController } from './fax/fax-gateway.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { AllowedMethods } from './house/allowed-methods.ts';
import { API_PARTS, type ApiParts } from './house/api-parts.ts';
import { applicationLog } from './house/request-logging.ts';
import { UseCaseContextInterceptor } from './idempotency/use-case-context.interceptor.ts';
import { IntakeController } from './intake/intake.controller.ts';
import { ConferenceController } from './joint-conference/conference.controller.ts';
import { InvitationController } from './joint-conference/invitation.controller.ts';
import { MeetingController } from './joint-meeting/meeting.controller.ts';
import { ArticleController } from './knowledge/article.controller.ts';
import { BoardController } from './knowledge/board.controller.ts';
import { HandbookController } from './knowledge/handbook.controller.ts';
import { Line122Controller } from './line-122/line-122.controller.ts';
import { MetricsController } from './metrics/metrics.controller.ts';
import { RequestMetrics } from './metrics/request-metrics.ts';
import { NoticeController } from './notice/notice.controller.ts';
import { OpenApiController, PublishedDocument } from './openapi/openapi.controller.ts';
import { OrganisationController } from './organisation/organisation.controller.ts';
import { AbsenceController } from './people/absence.controller.ts';
import { DelegationController } from './people/delegation.controller.ts';
import { RoomController } from './people/room.controller.ts';
import { ShiftController } from './people/shift.controller.ts';
import { StayController } from './people/stay.controller.ts';
import { WithinUnitController } from './people/within-unit.controller.ts';
import { PolicyController } from './policy/policy.controller.ts';
import { RulesChangeController } from './policy/rules-change.controller.ts';
import { ProblemFilter } from './problem/problem.filter.ts';
import { QualityController } from './quality/quality.controller.ts';
import { RatesController } from './rates/rates.controller.ts';
import { CrossSiteGuard } from './session/cross-site.guard.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionGuard } from './session/session.guard.ts';
import { SpecialReportController } from './special-report/special-report.controller.ts';
import { SuggestionController } from './suggestion/suggestion.controller.ts';
import { SupervisionRoomController } from './supervision/supervision-room.controller.ts';
import { TaskController } from './task/task.controller.ts';
import { TrainingController } from './training/training.controller.ts';
import { WebController } from './web/web.controller.ts';

/** The web comes last: it takes every address that nobody else has. */
const CONTROLLERS = [
  SessionController,
  CitizenController,
  CallbackAnswerController,
  WebRequestController,
  CaseController,
  AttachmentController,
  IntakeController,
  AssigningController,
  AssignmentController,
  DispatchController,
  FaxController,
  FaxGatewayController,
  SupervisionController,
  ProposalController,
  EmergencyController,
  CallbackController,
  ClosingController,
  QualityController,
  RatesController,
  AbsenceController,
  DelegationController,
  RoomController,
  ShiftController,
  StayController,
  WithinUnitController,
  MeetingController,
  ConferenceController,
  InvitationController,
  SpecialReportController,
  SupervisionRoomController,
  ArticleController,
  BoardController,
  HandbookController,
  CallController,
  Line122Controller,
  SuggestionController,
  TaskController,
  NoticeController,
  OrganisationController,
  PolicyController,
  RulesChangeController,
  TrainingController,
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
        AllowedMethods,
        RequestMetrics,
        PublishedDocument,
        LedgerListener,
        ChangeFeed,
      ],
    };
  }
}
