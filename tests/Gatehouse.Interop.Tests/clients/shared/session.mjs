// Drives one SDK client by lines of JSON: a command on stdin, an answer on stdout. Everything of the protocol is the SDK's own doing; this
// file only holds what an application has to bring: a place for tokens, a loopback listener, a way to open a browser.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

export async function run({ Client, Transport, isUnauthorized, clientOptions, finishAuth }) {
  const url = new URL(process.argv[2]);
  const say = message => process.stdout.write(JSON.stringify(message) + '\n');
  const counts = { register: 0, token: 0, initialize: 0, signIns: 0 };

  let arrived;
  const listener = createServer((request, response) => {
    const answer = new URL(request.url, 'http://127.0.0.1');
    if (answer.pathname !== '/callback') {
      response.writeHead(404).end();
      return;
    }
    response.end('You can close this window.');
    arrived(answer.searchParams);
  });
  await new Promise(ready => listener.listen(0, '127.0.0.1', ready));
  const redirectUrl = `http://127.0.0.1:${listener.address().port}/callback`;

  const kept = {};
  let answer;
  const provider = {
    redirectUrl,
    clientMetadataUrl: process.argv[4] || undefined,
    clientMetadata: {
      client_name: process.argv[5] ?? `Interop driver ${process.pid}`,
      redirect_uris: [redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    state: () => (kept.state = crypto.randomUUID()),
    clientInformation: () => kept.client,
    saveClientInformation: client => void (kept.client = client),
    tokens: () => kept.tokens,
    saveTokens: tokens => {
      kept.tokens = tokens;
      say({ secret: tokens.access_token, kind: 'access token' });
      say({ secret: tokens.refresh_token, kind: 'refresh token' });
    },
    saveCodeVerifier: verifier => void (kept.verifier = verifier),
    codeVerifier: () => kept.verifier,
    saveDiscoveryState: state => void (kept.discovery = state),
    discoveryState: () => kept.discovery,
    invalidateCredentials: scope => {
      if (scope === 'all' || scope === 'tokens') delete kept.tokens;
      if (scope === 'all' || scope === 'client') delete kept.client;
      if (scope === 'all' || scope === 'discovery') delete kept.discovery;
    },
    redirectToAuthorization: address => {
      counts.signIns++;
      answer = new Promise(resolve => (arrived = resolve));
      say({ open: String(address) });
    },
  };

  // Counted on the way out, so that a test can say "no new initialize".
  const counting = (input, init) => {
    const path = new URL(String(input?.url ?? input)).pathname;
    if (path === '/register') counts.register++;
    if (path === '/token') counts.token++;
    if (typeof init?.body === 'string' && init.body.includes('"method":"initialize"')) counts.initialize++;
    return fetch(input, init);
  };

  let client;
  let transport;
  const newTransport = () => new Transport(url, { authProvider: provider, fetch: counting });

  async function withSignIn(work) {
    try {
      return await work();
    } catch (problem) {
      if (!isUnauthorized(problem) || !answer) throw problem;
      const parameters = await answer;
      answer = undefined;
      if (parameters.get('error')) throw new Error(`refused: ${parameters.get('error')}`);
      if (parameters.get('state') !== kept.state) throw new Error('the state is not ours');
      say({ secret: parameters.get('code'), kind: 'authorization code' });
      await finishAuth(transport, parameters);
      return await work();
    }
  }

  const connect = () =>
    withSignIn(async () => {
      client = new Client({ name: 'interop-driver', version: '1.0.0' }, clientOptions);
      transport = newTransport();
      await client.connect(transport);
    });

  // "When a client receives HTTP 404 in response to a request containing an Mcp-Session-Id, it MUST start a new session."
  async function inSession(work) {
    try {
      return await withSignIn(work);
    } catch (problem) {
      const status = problem?.data?.status ?? problem?.code ?? /HTTP (\d+)/.exec(problem?.message)?.[1];
      if (Number(status) !== 404 || !transport.sessionId) throw problem;
      await connect();
      return await work();
    }
  }

  // One flag of a whole transport says that it has just signed in (1.20.2 and 1.32.2, client/streamableHttp.js, _hasCompletedAuthFlow): of several
  // calls at once, one whose 401 to the old token arrives after another call's refresh is given up with this error. An application calls once more.
  async function callAgain(call) {
    try {
      return await client.callTool(call);
    } catch (problem) {
      if (!/401 after successful authentication/.test(problem?.message ?? '')) throw problem;
      return await client.callTool(call);
    }
  }

  const commands = {
    async connect() {
      await connect();
      return {
        server: client.getServerVersion(),
        protocol: client.getNegotiatedProtocolVersion?.() ?? transport.protocolVersion,
        session: transport.sessionId,
      };
    },
    tools: () => inSession(async () => (await client.listTools()).tools.map(tool => tool.name)),
    call: ({ name, arguments: values }) => inSession(() => client.callTool({ name, arguments: values })),
    many: ({ calls }) => Promise.all(calls.map(async call => (await callAgain(call)).structuredContent)),
    // What another process finds that shares the place where tokens are kept.
    stored: async () => kept,
    share: async ({ stored }) => void Object.assign(kept, stored),
    session: async () => transport.sessionId,
    counts: async () => counts,
    async spoil() {
      kept.tokens = { ...kept.tokens, access_token: kept.tokens.access_token.slice(0, -4) + 'AAAA' };
    },
    async revoke() {
      const form = new URLSearchParams({ token: kept.tokens.refresh_token, client_id: kept.client.client_id });
      return (await fetch(new URL('/revoke', url), { method: 'POST', body: form })).status;
    },
    close: async () => client.close(),
  };

  for await (const line of createInterface({ input: process.stdin })) {
    const { id, command, ...rest } = JSON.parse(line);
    try {
      say({ id, result: (await commands[command](rest)) ?? null });
    } catch (problem) {
      say({ id, error: `${problem?.name} ${problem?.code ?? ""}: ${problem?.message ?? problem}` });
    }
  }
  process.exit(0);
}
