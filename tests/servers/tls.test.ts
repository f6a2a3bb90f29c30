import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCertificate, type Server, startServer } from '../fixtures/servers.ts';
import { hasServer } from '../servers.ts';
import { DIST, SITE } from '../site.ts';

const certificates = mkdtempSync(join(tmpdir(), 'certificates-'));
beforeAll(() => makeCertificate(certificates));
afterAll(() => rmSync(certificates, { recursive: true }));

describe.each(['nginx', 'caddy'] as const)('with a certificate, %s', (name) => {
  describe.skipIf(!hasServer(name))('answers', () => {
    let server: Server;
    beforeAll(async () => {
      server = await startServer(name, { root: resolve(DIST), project: SITE, certificates });
    });
    afterAll(() => server?.stop());

    test('over TLS, with the headers of all answers', async () => {
      const { status, headers } = await server.ask('/');
      expect(status).toBe(200);
      expect(headers['strict-transport-security']).toBe('max-age=63072000');
      expect((await server.ask('/which-cup/')).headers.location).toMatch(/^\/articles\//);
    });

    test('by HTTP/2, and by no TLS older than 1.2', async () => {
      expect(await greet(server, {})).toBe('h2');
      expect(await greet(server, { maxVersion: 'TLSv1.1', minVersion: 'TLSv1' })).toMatch(
        /alert|ECONNRESET|disconnected/,
      );
    });
  });
});

// What both agree to speak, or why they cannot.
function greet(
  { origin }: Server,
  versions: Pick<ConnectionOptions, 'minVersion' | 'maxVersion'>,
): Promise<string | false | null> {
  return new Promise((done) => {
    const socket = connect(
      {
        ...versions,
        host: '127.0.0.1',
        port: Number(new URL(origin).port),
        ALPNProtocols: ['h2', 'http/1.1'],
        ciphers: 'DEFAULT@SECLEVEL=0',
        rejectUnauthorized: false,
      },
      () => {
        done(socket.alpnProtocol);
        socket.destroy();
      },
    ).on('error', ({ message }) => done(message));
  });
}
