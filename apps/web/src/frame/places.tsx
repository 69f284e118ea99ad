import {
  BellOutlined,
  CarryOutOutlined,
  CheckSquareOutlined,
  FileTextOutlined,
  InboxOutlined,
  PhoneOutlined,
  SolutionOutlined,
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
const tasks: Place = { path: '/tasks', label: 'tasks', icon: <CarryOutOutlined /> };
const proposals: Place = { path: '/proposals', label: 'proposals', icon: <CheckSquareOutlined /> };
const reports: Place = { path: '/special-reports', label: 'reports', icon: <SolutionOutlined /> };
const folder: Place = { ...reports, label: 'folder' };
const meetings: Place = { path: '/meetings', label: 'meetings', icon: <TeamOutlined /> };
const notices: Place = { path: '/notices', label: 'notices', icon: <BellOutlined /> };
const unitDesk: Place = { path: '/unit-desk', label: 'unitDesk', icon: <InboxOutlined /> };

/** Which places each role works in, his first one first: that is where he comes in. */
const PLACES: Readonly<Record<Role, readonly Place[]>> = {
  operator: [cases, register, tasks, meetings, notices],
  supervisor: [cases, register, tasks, proposals, reports, meetings, notices],
  director: [proposals, cases, register, tasks, reports, meetings, notices],
  'unit-handler': [unitDesk, cases, meetings, notices],
  'unit-head': [unitDesk, cases, meetings, notices],
  'deputy-mayor': [folder, cases, tasks, meetings, notices],
  mayor: [cases, reports, meetings, notices],
  administrator: [cases, tasks, notices],
};

export function placesOf(role: Role): readonly Place[] {
  return PLACES[role];
}

/** Where a person of this role begins. */
export function homeOf(role: Role): string {
  return PLACES[role][0]?.path ?? '/notices';
}
