import {
  articleConfirmation,
  articleDoubt,
  articleReview,
  articleSubmission,
  articleWithdrawal,
  articleWriting,
  BOARD_ENTRY_KINDS,
  boardEntryRemoval,
  boardEntryWriting,
} from '@hotline/contracts-http';
import * as api from '../api/generated/sdk.gen.ts';
import { action, changedArticle, changedBoard, keyOf, need, type Field, type Target, type Values } from './action.ts';

const pathOf = (target: Target) => ({ articleId: need(target, 'articleId') });
const entryOf = (target: Target) => ({ entryId: need(target, 'entryId') });
const text: Field = { kind: 'words', name: 'text' };

const WRITING: readonly Field[] = [
  { kind: 'line', name: 'title' },
  { kind: 'words', name: 'question' },
  { kind: 'words', name: 'answer' },
  { kind: 'lines', name: 'sources', optional: true },
  { kind: 'category', name: 'categoryId' },
  { kind: 'unit', name: 'ownerUnitId', optional: true },
  { kind: 'day', name: 'validUntil', optional: true },
];

const ENTRY: readonly Field[] = [
  { kind: 'choice', name: 'kind', of: BOARD_ENTRY_KINDS, in: 'boardEntryKind' },
  { kind: 'line', name: 'title' },
  { kind: 'words', name: 'wording' },
  { kind: 'line', name: 'area', optional: true },
  { kind: 'unit', name: 'unitId', optional: true },
  { kind: 'instant', name: 'startsAt' },
  { kind: 'instant', name: 'endsAt' },
  { kind: 'yes-no', name: 'pinned' },
];

/** What is done with articles of the knowledge base, and with entries of the board of today. */
export const knowledgeActions = [
  action({
    name: 'draft-article',
    schema: articleWriting,
    fields: WRITING,
    send: async (_, body, headers) => changedArticle(await api.draftArticle({ body, headers: keyOf(headers) })),
  }),
  action({
    name: 'revise-article',
    schema: articleWriting,
    fields: WRITING,
    send: async (target, body, headers) =>
      changedArticle(await api.reviseArticle({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'submit-article',
    schema: articleSubmission,
    fields: [],
    send: async (target, body, headers) =>
      changedArticle(await api.submitArticle({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'review-article',
    schema: articleReview,
    fields: [
      { kind: 'yes-no', name: 'accepted' },
      { ...text, when: ({ accepted }: Values) => accepted === false, demanded: true },
    ],
    send: async (target, body, headers) =>
      changedArticle(await api.reviewArticle({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'doubt-article',
    schema: articleDoubt,
    fields: [text],
    send: async (target, body, headers) =>
      changedArticle(await api.doubtArticle({ path: pathOf(target), body, headers: keyOf(headers) })),
  }),
  action({
    name: 'confirm-article',
    schema: articleConfirmation,
    fields: [text, { kind: 'day', name: 'validUntil', optional: true }],
    send: async (target, body, headers) =>
      changedArticle(await api.confirmArticle({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'withdraw-article',
    schema: articleWithdrawal,
    fields: [text],
    grave: true,
    send: async (target, body, headers) =>
      changedArticle(await api.withdrawArticle({ path: pathOf(target), body, headers })),
  }),
  action({
    name: 'post-board-entry',
    schema: boardEntryWriting,
    fields: ENTRY,
    begin: () => ({ kind: 'water-off', pinned: false }),
    send: async (_, body, headers) => changedBoard(await api.postBoardEntry({ body, headers: keyOf(headers) })),
  }),
  action({
    name: 'change-board-entry',
    schema: boardEntryWriting,
    fields: ENTRY,
    send: async (target, body, headers) =>
      changedBoard(await api.changeBoardEntry({ path: entryOf(target), body, headers })),
  }),
  action({
    name: 'remove-board-entry',
    schema: boardEntryRemoval,
    fields: [],
    grave: true,
    send: async (target, body, headers) =>
      changedBoard(await api.removeBoardEntry({ path: entryOf(target), body, headers })),
  }),
];
