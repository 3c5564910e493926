import { Client, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import { run } from '../shared/session.mjs';

await run({
  Client,
  Transport: StreamableHTTPClientTransport,
  isUnauthorized: problem => problem instanceof UnauthorizedError,
  clientOptions: process.argv[3] ? { versionNegotiation: { mode: { pin: process.argv[3] } } } : undefined,
  finishAuth: (transport, parameters) => transport.finishAuth(parameters),
});
