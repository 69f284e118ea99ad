import { Body, Get, Inject, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { getFaxGateway, keepFaxGateway, takeFaxReport, type UseCaseContext } from '@hotline/application';
import { faxGateway, faxGatewayReport, faxGatewaySetting, faxReportTaken } from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import { API_PARTS, type ApiParts } from '../house/api-parts.ts';
import { Acting } from '../house/asked.ts';

/** 传真网关: where sheets are mailed to, and where it tells what became of them. */
@Resource('fax-gateway', 'assignment')
export class FaxGatewayController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Get()
  @Reads({ id: 'getFaxGateway', summary: '传真网关设置 · The fax gateway', answer: faxGateway })
  getFaxGateway(@Acting() context: UseCaseContext) {
    return getFaxGateway(context);
  }

  @Put()
  @Writes({ id: 'keepFaxGateway', summary: '设置传真网关 · Set the fax gateway', answer: faxGateway })
  keepFaxGateway(
    @Body({ schema: faxGatewaySetting }) body: z.output<typeof faxGatewaySetting>,
    @Acting() context: UseCaseContext,
  ) {
    return keepFaxGateway(context, body);
  }

  /** Whoever has the sheet's id has it from the mail to the gateway: it is the right to report on that sheet alone. */
  @Post('reports')
  @Writes({
    id: 'takeFaxReport',
    summary: '传真网关回执 · A delivery report of the fax gateway',
    answer: faxReportTaken,
    public: true,
  })
  takeFaxReport(@Body({ schema: faxGatewayReport }) body: z.output<typeof faxGatewayReport>) {
    return takeFaxReport(this.parts, body);
  }
}
