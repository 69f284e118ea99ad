export { DEMO_LOGINS, type DemoLogin } from './seed/demo-logins.ts';
