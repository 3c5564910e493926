import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { run } from '../shared/session.mjs';

await run({
  Client,
  Transport: StreamableHTTPClientTransport,
  isUnauthorized: problem => problem instanceof UnauthorizedError,
  finishAuth: (transport, parameters) => transport.finishAuth(parameters.get('code')),
});
