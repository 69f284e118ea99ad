import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { typesetOfficialPaper, type OfficialPaper } from '@hotline/documents';
import type { NoticeFacts, NoticeFile } from '@hotline/notifications';
import { MeetingEntity, type Notice } from '@hotline/persistence';
import { articleNoticeFacts } from './article-notice-facts.ts';
import { minutesOfMeeting } from '../document/minutes-of-meeting.ts';
import { fileNameOf, paperOfCase } from '../document/paper-of-case.ts';
import { paperOfReport } from '../special-report/paper-of-report.ts';
import { minutesOfConference } from '../document/minutes-of-conference.ts';
import { conferenceSourceOf } from '../joint-conference/conference-source.ts';
import { conferenceNoticeFacts } from './conference-notice-facts.ts';
import { invitationNoticeFacts } from './invitation-notice-facts.ts';
import { missedCallFacts, ofMissedCall } from './missed-call-facts.ts';
import { noticeFacts } from './notice-facts.ts';
import { ledgerSourceOf, noticeSourceOf, type NoticeSource } from './notice-source.ts';
import { reportsInFolder } from './report-notice-facts.ts';
import { ofStay, stayFacts } from './stay-facts.ts';
import { paperOfNotice } from './supervision-notice-facts.ts';

/** Knows what the notices of one stream say. */
export interface NoticeTeller {
  readonly em: SqlEntityManager;
  factsOf(notice: Notice): Promise<NoticeFacts>;
  /** The papers that go with it. */
  filesOf(notice: Notice): Promise<readonly NoticeFile[]>;
}

/** Who tells a stream's notices: of a case with its meetings and reports, of an article, a session of the joint conference, an invitation, of a caller who was missed, or of a stay. Errors: stream.not-found. */
export async function noticeTellerOf(
  em: SqlEntityManager,
  stream: string,
  addresses: Pick<NoticeSource, 'publicUrl' | 'organiser'>,
): Promise<NoticeTeller> {
  if (stream.startsWith('article-'))
    return {
      em,
      factsOf: (notice) => articleNoticeFacts(em, addresses.publicUrl, notice),
      filesOf: async () => [],
    };
  if (ofMissedCall(stream))
    return {
      em,
      factsOf: (notice) => missedCallFacts(em, addresses.publicUrl, notice),
      filesOf: async () => [],
    };
  if (ofStay(stream))
    return {
      em,
      factsOf: (notice) => stayFacts(em, addresses.publicUrl, notice),
      filesOf: async () => [],
    };
  if (stream.startsWith('invitation-'))
    return {
      em,
      factsOf: (notice) => invitationNoticeFacts(em, addresses.publicUrl, notice),
      filesOf: async () => [],
    };
  if (stream.startsWith('conference-')) {
    const conference = await conferenceSourceOf(em, stream);
    return {
      em,
      factsOf: (notice) => conferenceNoticeFacts(conference, addresses, notice),
      filesOf: (notice) => filesOf(notice.kind === 'conference-minutes' ? [minutesOfConference(conference)] : []),
    };
  }
  const source = await noticeSourceOf(em, stream, addresses);
  return {
    em,
    factsOf: (notice) => noticeFacts(source, notice),
    filesOf: (notice) => papersWith(source, notice),
  };
}

async function papersWith(source: NoticeSource, notice: Notice): Promise<NoticeFile[]> {
  const inFolder = notice.kind === 'weekly-folder';
  return filesOf(inFolder ? await papersInFolder(source, notice) : [await paperWith(source, notice)]);
}

async function filesOf(papers: readonly (OfficialPaper | undefined)[]): Promise<NoticeFile[]> {
  const files: NoticeFile[] = [];
  for (const paper of papers)
    if (paper)
      files.push({ name: fileNameOf(paper), type: 'application/pdf', content: await typesetOfficialPaper(paper) });
  return files;
}

async function papersInFolder(source: NoticeSource, notice: Notice): Promise<OfficialPaper[]> {
  const papers: OfficialPaper[] = [];
  for (const { id } of await reportsInFolder(source, notice))
    papers.push(await paperOfReport(source.em, await ledgerSourceOf(source.em, id)));
  return papers;
}

async function paperWith(source: NoticeSource, notice: Notice): Promise<OfficialPaper | undefined> {
  if (notice.kind === 'meeting-minutes') {
    const row = await source.em.findOneOrFail(MeetingEntity, { id: notice.stream }, { disableIdentityMap: true });
    return minutesOfMeeting(source, row.place ?? null);
  }
  if (notice.kind === 'special-report') return paperOfReport(source.em, source);
  const document = paperOfNotice(source, notice);
  return document && paperOfCase(source, document);
}
