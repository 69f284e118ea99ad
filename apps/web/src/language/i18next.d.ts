import 'i18next';
import type { Words } from './zh/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'translation';
    readonly resources: { readonly translation: Words };
    readonly returnNull: false;
  }
}
