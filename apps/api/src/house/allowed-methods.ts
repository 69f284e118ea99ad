import type { FastifyInstance } from 'fastify';

/** Which methods each address takes: to tell a wrong method from an address that does not exist. */
export class AllowedMethods {
  private readonly routes: { readonly method: string; readonly address: RegExp }[] = [];

  /** Notes every route that is made from now on. The web's, which takes all that is left over, says nothing about an address. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ method, url }) => {
      if (url.includes('*')) return;
      const address = new RegExp(`^${url.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+')}$`);
      for (const one of [method].flat()) this.routes.push({ method: one, address });
    });
  }

  /** The methods that an address takes, none when there is nothing there. */
  of(url: string): readonly string[] {
    const path = url.split('?', 1)[0] ?? '';
    return [...new Set(this.routes.flatMap(({ method, address }) => (address.test(path) ? method : [])))];
  }
}
