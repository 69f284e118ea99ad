import { Navigate } from 'react-router';
import { useMe } from '../session/use-me.ts';
import { homeOf } from './places.tsx';

/** Everybody begins at his own desk. */
export function Component() {
  return <Navigate to={homeOf(useMe().role)} replace />;
}
