export { configurationOrExit } from './configuration-or-exit.ts';
export { ConfigurationError, parseConfiguration } from './parse-configuration.ts';
