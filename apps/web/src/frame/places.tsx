import {
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  BookOutlined,
  CarryOutOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  CoffeeOutlined,
  ExperimentOutlined,
  FileTextOutlined,
  HomeOutlined,
  IdcardOutlined,
  InboxOutlined,
  KeyOutlined,
  PhoneFilled,
  PhoneOutlined,
  ProfileOutlined,
  PushpinOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  StarOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { Role } from '@hotline/contracts-http';
import type { ReactNode } from 'react';
import type { Words } from '../language/zh/index.ts';

/** A place of the house in the sidebar. */
export interface Place {
  readonly path: string;
  readonly label: keyof Words['frame']['place'];
  readonly icon: ReactNode;
  /** 人员与值班: folded into one entry where a role has several of them. */
  readonly ofPeople?: true;
}

const register: Place = { path: '/register', label: 'register', icon: <PhoneOutlined /> };
const cases: Place = { path: '/cases', label: 'cases', icon: <FileTextOutlined /> };
const incidents: Place = { path: '/incidents', label: 'incidents', icon: <AlertOutlined /> };
const supervision: Place = { path: '/supervision', label: 'supervision', icon: <AuditOutlined /> };
const tasks: Place = { path: '/tasks', label: 'tasks', icon: <CarryOutOutlined /> };
const proposals: Place = { path: '/proposals', label: 'proposals', icon: <CheckSquareOutlined /> };
const reports: Place = { path: '/special-reports', label: 'reports', icon: <SolutionOutlined /> };
const folder: Place = { ...reports, label: 'folder' };
const meetings: Place = { path: '/meetings', label: 'meetings', icon: <TeamOutlined /> };
const rates: Place = { path: '/rates', label: 'rates', icon: <BarChartOutlined /> };
const conferences: Place = { path: '/conferences', label: 'conferences', icon: <CalendarOutlined /> };
const knowledge: Place = { path: '/knowledge', label: 'knowledge', icon: <BookOutlined /> };
const board: Place = { path: '/board', label: 'board', icon: <PushpinOutlined /> };
const notices: Place = { path: '/notices', label: 'notices', icon: <BellOutlined /> };
const training: Place = { path: '/training', label: 'training', icon: <ExperimentOutlined /> };
const unitDesk: Place = { path: '/unit-desk', label: 'unitDesk', icon: <InboxOutlined /> };
const subDesks: Place = { path: '/sub-desks', label: 'subDesks', icon: <ApartmentOutlined />, ofPeople: true };
const rooms: Place = { path: '/rooms', label: 'rooms', icon: <HomeOutlined />, ofPeople: true };
const stays: Place = { path: '/stays', label: 'stays', icon: <SwapOutlined />, ofPeople: true };
const shifts: Place = { path: '/shifts', label: 'shifts', icon: <ScheduleOutlined />, ofPeople: true };
const delegations: Place = { path: '/delegations', label: 'delegations', icon: <KeyOutlined />, ofPeople: true };
const rulesChanges: Place = { path: '/rules-changes', label: 'rulesChanges', icon: <SafetyCertificateOutlined /> };
const calls: Place = { path: '/calls', label: 'calls', icon: <PhoneFilled /> };
const absences: Place = { path: '/absences', label: 'absences', icon: <CoffeeOutlined />, ofPeople: true };
const quality: Place = { path: '/quality', label: 'quality', icon: <StarOutlined /> };
const ledger: Place = { path: '/sub-desk-ledger', label: 'subDeskLedger', icon: <ProfileOutlined /> };

/** Which places each role works in, his first one first: that is where he comes in. */
const PLACES: Readonly<Record<Role, readonly Place[]>> = {
  operator: [
    cases,
    register,
    calls,
    incidents,
    knowledge,
    board,
    tasks,
    meetings,
    conferences,
    shifts,
    absences,
    quality,
    rooms,
    stays,
    notices,
  ],
  dispatcher: [
    tasks,
    cases,
    register,
    calls,
    knowledge,
    board,
    meetings,
    conferences,
    shifts,
    absences,
    quality,
    rooms,
    stays,
    notices,
  ],
  'shift-leader': [
    cases,
    register,
    calls,
    incidents,
    knowledge,
    board,
    tasks,
    meetings,
    conferences,
    rates,
    shifts,
    absences,
    quality,
    rooms,
    stays,
    notices,
  ],
  'quality-checker': [quality, tasks, cases, calls, knowledge, board, shifts, absences, rooms, stays, notices],
  supervisor: [
    supervision,
    cases,
    register,
    calls,
    incidents,
    knowledge,
    board,
    tasks,
    proposals,
    reports,
    meetings,
    conferences,
    quality,
    rates,
    delegations,
    shifts,
    absences,
    rooms,
    stays,
    rulesChanges,
    notices,
  ],
  director: [
    proposals,
    cases,
    supervision,
    incidents,
    register,
    calls,
    knowledge,
    board,
    tasks,
    reports,
    meetings,
    conferences,
    quality,
    rates,
    delegations,
    training,
    shifts,
    absences,
    rooms,
    stays,
    rulesChanges,
    notices,
  ],
  'unit-handler': [unitDesk, cases, ledger, subDesks, absences, knowledge, meetings, conferences, rates, notices],
  'unit-head': [unitDesk, cases, ledger, subDesks, absences, knowledge, meetings, conferences, rates, notices],
  'deputy-mayor': [folder, cases, rates, knowledge, board, tasks, meetings, conferences, absences, notices],
  mayor: [
    cases,
    rates,
    incidents,
    knowledge,
    board,
    reports,
    meetings,
    conferences,
    calls,
    delegations,
    shifts,
    rooms,
    stays,
    rulesChanges,
    notices,
  ],
  administrator: [cases, tasks, calls, rooms, stays, training, rulesChanges, notices],
  'telephone-system': [],
};

export function placesOf(role: Role): readonly Place[] {
  return PLACES[role];
}

/** The icon of the entry that holds the places of people. */
export const PEOPLE_ICON = <IdcardOutlined />;

/** Where a person of this role begins. */
export function homeOf(role: Role): string {
  return PLACES[role][0]?.path ?? '/notices';
}
