/**
 * The typed client of the API, written anew from its document by `npm run api-client -w @hotline/web`. The generator wants
 * the compiler's former interface, so it runs beside the house, with a TypeScript of its own.
 */
export default {
  input: './openapi.json',
  output: { path: './src/api/generated', clean: true },
  plugins: [
    { name: '@hey-api/client-fetch', throwOnError: true },
    '@hey-api/typescript',
    { name: '@hey-api/sdk', operations: { strategy: 'flat' } },
  ],
  logs: { file: false },
};
