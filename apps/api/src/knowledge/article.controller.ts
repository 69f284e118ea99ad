import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  confirmArticle,
  doubtArticle,
  draftArticle,
  getArticle,
  getArticleVersion,
  listArticles,
  reviewArticle,
  reviseArticle,
  submitArticle,
  withdrawArticle,
  type UseCaseContext,
} from '@hotline/application';
import {
  articleConfirmation,
  articleDoubt,
  articlePage,
  articleQuery,
  articleReview,
  articleSubmission,
  articleVersionView,
  articleView,
  articleWithdrawal,
  articleWriting,
} from '@hotline/contracts-http';
import { Reads, Resource, Writes } from '../contract/operation.decorator.ts';
import {
  articleParameters,
  articleVersionParameters,
  type ArticleParameters,
  type ArticleVersionParameters,
} from '../contract/parameters.ts';
import { Acting } from '../house/asked.ts';

/** 知识库: what the desk answers from. */
@Resource('knowledge/articles', 'knowledge')
export class ArticleController {
  @Get()
  @Reads({ id: 'listArticles', summary: '检索知识库 · Search the knowledge base', answer: articlePage })
  list(@Query({ schema: articleQuery }) query: z.output<typeof articleQuery>, @Acting() context: UseCaseContext) {
    const { category: categoryId, unit: ownerUnitId, ...rest } = query;
    return listArticles(context, { ...rest, categoryId, ownerUnitId });
  }

  @Post()
  @Writes({ id: 'draftArticle', summary: '新建条目 · Draft an article', answer: articleView, status: 201 })
  async draft(
    @Body({ schema: articleWriting }) body: z.output<typeof articleWriting>,
    @Acting() context: UseCaseContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const article = await draftArticle(context, body);
    reply.header('location', `/api/v1/knowledge/articles/${article.articleId}`);
    return article;
  }

  @Get(':articleId')
  @Reads({ id: 'getArticle', summary: '条目详情 · An article', answer: articleView })
  get(@Param({ schema: articleParameters }) parameters: ArticleParameters, @Acting() context: UseCaseContext) {
    return getArticle(context, parameters);
  }

  @Get(':articleId/versions/:version')
  @Reads({ id: 'getArticleVersion', summary: '条目的某一版 · A version of an article', answer: articleVersionView })
  getVersion(
    @Param({ schema: articleVersionParameters }) parameters: ArticleVersionParameters,
    @Acting() context: UseCaseContext,
  ) {
    return getArticleVersion(context, parameters);
  }

  @Post(':articleId/versions')
  @Writes({ id: 'reviseArticle', summary: '修改条目 · Write a new version', answer: articleView, changes: 'article' })
  revise(
    @Param({ schema: articleParameters }) parameters: ArticleParameters,
    @Body({ schema: articleWriting }) body: z.output<typeof articleWriting>,
    @Acting() context: UseCaseContext,
  ) {
    return reviseArticle(context, { ...parameters, ...body });
  }

  @Post(':articleId/submission')
  @Writes({ id: 'submitArticle', summary: '提交审核 · Submit for review', answer: articleView, changes: 'article' })
  submit(
    @Param({ schema: articleParameters }) parameters: ArticleParameters,
    @Body({ schema: articleSubmission }) _: object,
    @Acting() context: UseCaseContext,
  ) {
    return submitArticle(context, parameters);
  }

  @Post(':articleId/review')
  @Writes({
    id: 'reviewArticle',
    summary: '审核 · Publish, or send back',
    answer: articleView,
    changes: 'article',
  })
  review(
    @Param({ schema: articleParameters }) parameters: ArticleParameters,
    @Body({ schema: articleReview }) body: z.output<typeof articleReview>,
    @Acting() context: UseCaseContext,
  ) {
    return reviewArticle(context, { ...parameters, ...body });
  }

  @Post(':articleId/doubts')
  @Writes({ id: 'doubtArticle', summary: '反映有误 · Not right any more', answer: articleView })
  doubt(
    @Param({ schema: articleParameters }) parameters: ArticleParameters,
    @Body({ schema: articleDoubt }) body: z.output<typeof articleDoubt>,
    @Acting() context: UseCaseContext,
  ) {
    return doubtArticle(context, { ...parameters, ...body });
  }

  @Post(':articleId/confirmation')
  @Writes({ id: 'confirmArticle', summary: '核对无误 · Right as it stands', answer: articleView, changes: 'article' })
  confirm(
    @Param({ schema: articleParameters }) parameters: ArticleParameters,
    @Body({ schema: articleConfirmation }) body: z.output<typeof articleConfirmation>,
    @Acting() context: UseCaseContext,
  ) {
    return confirmArticle(context, { ...parameters, ...body });
  }

  @Post(':articleId/withdrawal')
  @Writes({ id: 'withdrawArticle', summary: '撤下 · Withdraw', answer: articleView, changes: 'article' })
  withdraw(
    @Param({ schema: articleParameters }) parameters: ArticleParameters,
    @Body({ schema: articleWithdrawal }) body: z.output<typeof articleWithdrawal>,
    @Acting() context: UseCaseContext,
  ) {
    return withdrawArticle(context, { ...parameters, ...body });
  }
}
