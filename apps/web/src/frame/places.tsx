import {
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  BookOutlined,
  CarryOutOutlined,
  CheckSquareOutlined,
  ExperimentOutlined,
  FileTextOutlined,
  HomeOutlined,
  InboxOutlined,
  KeyOutlined,
  PhoneOutlined,
  ProfileOutlined,
  PushpinOutlined,
  ScheduleOutlined,
  SolutionOutlined,
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
const knowledge: Place = { path: '/knowledge', label: 'knowledge', icon: <BookOutlined /> };
const board: Place = { path: '/board', label: 'board', icon: <PushpinOutlined /> };
const notices: Place = { path: '/notices', label: 'notices', icon: <BellOutlined /> };
const training: Place = { path: '/training', label: 'training', icon: <ExperimentOutlined /> };
const unitDesk: Place = { path: '/unit-desk', label: 'unitDesk', icon: <InboxOutlined /> };
const subDesks: Place = { path: '/sub-desks', label: 'subDesks', icon: <ApartmentOutlined /> };
const rooms: Place = { path: '/rooms', label: 'rooms', icon: <HomeOutlined /> };
const stays: Place = { path: '/stays', label: 'stays', icon: <SwapOutlined /> };
const shifts: Place = { path: '/shifts', label: 'shifts', icon: <ScheduleOutlined /> };
const delegations: Place = { path: '/delegations', label: 'delegations', icon: <KeyOutlined /> };
const ledger: Place = { path: '/sub-desk-ledger', label: 'subDeskLedger', icon: <ProfileOutlined /> };

/** Which places each role works in, his first one first: that is where he comes in. */
const PLACES: Readonly<Record<Role, readonly Place[]>> = {
  operator: [cases, register, incidents, knowledge, board, tasks, meetings, shifts, rooms, stays, notices],
  dispatcher: [tasks, cases, register, knowledge, board, meetings, shifts, rooms, stays, notices],
  'shift-leader': [cases, register, incidents, knowledge, board, tasks, meetings, rates, shifts, rooms, stays, notices],
  'quality-checker': [tasks, cases, knowledge, board, shifts, rooms, stays, notices],
  supervisor: [
    supervision,
    cases,
    register,
    incidents,
    knowledge,
    board,
    tasks,
    proposals,
    reports,
    meetings,
    rates,
    delegations,
    shifts,
    rooms,
    stays,
    notices,
  ],
  director: [
    proposals,
    cases,
    supervision,
    incidents,
    register,
    knowledge,
    board,
    tasks,
    reports,
    meetings,
    rates,
    delegations,
    training,
    shifts,
    rooms,
    stays,
    notices,
  ],
  'unit-handler': [unitDesk, cases, ledger, subDesks, knowledge, meetings, rates, notices],
  'unit-head': [unitDesk, cases, ledger, subDesks, knowledge, meetings, rates, notices],
  'deputy-mayor': [folder, cases, rates, knowledge, board, tasks, meetings, notices],
  mayor: [cases, rates, incidents, knowledge, board, reports, meetings, delegations, shifts, rooms, stays, notices],
  administrator: [cases, tasks, rooms, stays, training, notices],
  'telephone-system': [],
};

export function placesOf(role: Role): readonly Place[] {
  return PLACES[role];
}

/** Where a person of this role begins. */
export function homeOf(role: Role): string {
  return PLACES[role][0]?.path ?? '/notices';
}
