// Drives Gemini CLI's own code by HTTP on loopback: its standard streams belong to the person it asks. The first line on stdout is the port.
import { createServer } from 'node:http';

export async function run({ MCPOAuthProvider, MCPOAuthTokenStorage, connectToMcpServer }) {
  const [url] = process.argv.slice(2);
  const config = { httpUrl: url };
  const folder = { getDirectories: () => [process.cwd()], onDirectoriesChanged: () => () => {} };
  const said = [];
  const cli = {
    emitMcpDiagnostic: (_severity, message) => said.push(String(message)),
    isTrustedFolder: () => true,
    sanitizationConfig: { allowedEnvironmentVariables: [], blockedEnvironmentVariables: [], enableEnvironmentVariableRedaction: false },
  };

  // The clock of the machine, moved on together with the server's.
  const now = Date.now;
  let ahead = 0;
  Date.now = () => now() + ahead;

  let client;
  const commands = {
    // What `/mcp auth lab` does.
    async signIn() {
      const provider = MCPOAuthTokenStorage ? new MCPOAuthProvider(new MCPOAuthTokenStorage()) : new MCPOAuthProvider();
      await provider.authenticate('lab', { enabled: true }, url);
      return said;
    },
    async connect() {
      await client?.close().catch(() => {});
      client = connectToMcpServer.length > 4
        ? await connectToMcpServer('0', 'lab', config, false, folder, cli)
        : await connectToMcpServer('lab', config, false, folder);
      return said;
    },
    tools: async () => (await client.listTools()).tools.map(tool => tool.name),
    call: () => client.callTool({ name: 'access', arguments: {} }),
    async clock(seconds) {
      ahead += Number(seconds) * 1000;
      return ahead;
    },
  };

  const server = createServer(async (request, response) => {
    const [, command, argument] = request.url.split('/');
    try {
      response.end(JSON.stringify(await commands[command](argument)));
    } catch (problem) {
      response.writeHead(500).end(`${problem?.name}: ${problem?.message ?? problem} (said: ${said.join(' / ')})`);
    }
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}
