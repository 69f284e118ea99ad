import { ConfigurationError } from './parse-configuration.ts';

/** What `EX_CONFIG` means in sysexits.h: a supervisor need not try again. */
const WRONG_CONFIGURATION = 78;

/** Reads an app's configuration at boot. When it is wrong, says what, a sentence for each variable, and ends the process. */
export function configurationOrExit<Configuration>(
  read: (environment: Readonly<Record<string, string | undefined>>) => Configuration,
): Configuration {
  try {
    // eslint-disable-next-line node/no-process-env -- the one place where an app's environment is taken
    return read(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    for (const sentence of error.sentences) console.error(sentence);
    process.exit(WRONG_CONFIGURATION);
  }
}
