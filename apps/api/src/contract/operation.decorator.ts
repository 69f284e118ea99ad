import { applyDecorators, Controller, HttpCode, SetMetadata } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiResponse,
  ApiSecurity,
  ApiTags,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import { z } from 'zod';
import { jsonSchemaOf, problem } from '@hotline/contracts-http';
import { IDEMPOTENCY_KEY, IF_MATCH } from '../idempotency/write-headers.ts';

/** What an operation is, for the document and for what runs around its handler. */
export interface Operation {
  /** The operation's name in the document: the use case's. */
  readonly id: string;
  /** 中文 · English. */
  readonly summary: string;
  /** The shape of the answer; nothing for 204. Only what the shape names goes out. */
  readonly answer?: z.ZodType;
  /** The media type of the answer, where it is a file. */
  readonly file?: string;
  /** The shape of each server-sent event, where the answer is a stream of them. */
  readonly streams?: z.ZodType;
  readonly status?: 200 | 201 | 204;
  /** What else may be answered: a status with its reason. */
  readonly also?: readonly [status: 200, reason: string];
  /** Open without a session. */
  readonly public?: true;
  /** The telephone system's too: its account may do nothing else. */
  readonly telephone?: true;
  /** A change of something existing that the caller must have seen: If-Match is required. */
  readonly changes?:
    | 'case'
    | 'meeting'
    | 'report'
    | 'article'
    | 'board entry'
    | 'change of the rules'
    | 'conference'
    | 'invitation';
}

interface KnownOperation extends Operation {
  readonly writes: boolean;
}

const OPERATION = 'hotline:operation';

/** The operation a handler was marked with. */
export function operationOf(handler: object): KnownOperation | undefined {
  return Reflect.getMetadata(OPERATION, handler) as KnownOperation | undefined;
}

/** A controller of `/api/v1/PATH`, in the document under `tag`. */
export const Resource = (path: string, tag: string): ClassDecorator =>
  applyDecorators(Controller(path ? `api/v1/${path}` : 'api/v1'), ApiTags(tag)) as ClassDecorator;

/** An operation that changes nothing. */
export const Reads = (operation: Operation): MethodDecorator => operationDecorator({ ...operation, writes: false });

/** An operation that changes something: takes an Idempotency-Key. */
export const Writes = (operation: Operation): MethodDecorator => operationDecorator({ ...operation, writes: true });

/** Takes a file's bytes as they are, for its body. */
export const TakesFile = (): MethodDecorator =>
  applyDecorators(
    ApiConsumes('application/octet-stream'),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
  );

function operationDecorator(operation: KnownOperation): MethodDecorator {
  const { id, summary, status = 200 } = operation;
  const decorators: MethodDecorator[] = [
    SetMetadata(OPERATION, operation),
    HttpCode(status),
    ApiOperation({ operationId: id, summary }),
    ApiResponse(answerOf(operation, status)),
    ...(operation.also
      ? [ApiResponse({ ...answerOf(operation, operation.also[0]), description: operation.also[1] })]
      : []),
    ...refusalsOf(operation).map(([code, description]) => ApiResponse(refusal(code, description))),
  ];
  if (!operation.public) decorators.push(ApiSecurity('cookie'), ApiSecurity('bearer'));
  if (operation.writes && operation.answer && !operation.public) decorators.push(ApiHeader(IDEMPOTENCY_KEY));
  if (operation.changes) decorators.push(ApiHeader(IF_MATCH));
  return applyDecorators(...decorators);
}

function answerOf({ answer, file, streams, writes, public: open }: KnownOperation, status: number): ApiResponseOptions {
  if (file)
    return {
      status,
      description: '文件 · A file',
      content: { [file]: { schema: { type: 'string', format: 'binary' } } },
    };
  if (streams) {
    const schema = { ...jsonSchemaOf(streams), description: 'Each event' };
    return { status, description: '事件流 · A stream of events', content: { 'text/event-stream': { schema } } };
  }
  if (!answer) return { status, description: '成功 · Done' };
  const shape = answer instanceof z.ZodObject ? answer.shape : {};
  const headers = {
    ...('revision' in shape
      ? { ETag: { description: 'The revision, for If-Match', schema: { type: 'string' as const } } }
      : {}),
    ...(writes && !open
      ? {
          'Idempotency-Replayed': {
            description: '`true` when an earlier answer is repeated',
            schema: { type: 'string' as const, enum: ['true'] },
          },
        }
      : {}),
  };
  return {
    status,
    description: '成功 · Done',
    headers,
    content: { 'application/json': { schema: jsonSchemaOf(answer) } },
  };
}

function refusal(status: number, description: string): ApiResponseOptions {
  return { status, description, content: { 'application/problem+json': { schema: jsonSchemaOf(problem) } } };
}

function refusalsOf({ writes, changes, public: open }: KnownOperation): [number, string][] {
  return [
    [400, '请求不合要求 · Not as the contract wants it'],
    ...(open && !writes ? [] : ([[401, '未登录 · Not logged in']] as [number, string][])),
    [403, '无权 · Not allowed'],
    [404, '没有，或不归您看 · Not there, or not yours to see'],
    ...(writes
      ? ([
          [409, '现在不能这样做 · Not possible now'],
          [413, '太大 · Too large'],
          [415, '不是 JSON · Not JSON'],
        ] as [number, string][])
      : []),
    [414, '地址太长 · The address is too long'],
    ...(changes ? ([[412, '已被别人改动 · Changed meanwhile, with the present state']] as [number, string][]) : []),
    [422, '规则不允许，或文字无法保存 · A rule is not met, or a text cannot be stored'],
    ...(changes ? ([[428, '缺少 If-Match · If-Match is missing']] as [number, string][]) : []),
    ...(open ? ([[429, '尝试太多 · Too many attempts']] as [number, string][]) : []),
    [431, '请求头太大 · The headers are too large'],
    [503, '暂时不可用 · Not available just now'],
  ];
}
