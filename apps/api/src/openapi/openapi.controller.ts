import { Controller, Get, Header, Injectable } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Open } from '../house/open.decorator.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { docsPage } from './docs-page.ts';

/** Holds the document once the application is made. */
@Injectable()
export class PublishedDocument {
  private document: OpenAPIObject | undefined;

  publish(document: OpenAPIObject): void {
    this.document = document;
  }

  read(): OpenAPIObject {
    if (!this.document) throw new ProblemError('request.not-found');
    return this.document;
  }
}

@Open()
@ApiExcludeController()
@Controller('api')
export class OpenApiController {
  constructor(private readonly published: PublishedDocument) {}

  @Get('openapi.json')
  document(): OpenAPIObject {
    return this.published.read();
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return docsPage(this.published.read());
  }
}
