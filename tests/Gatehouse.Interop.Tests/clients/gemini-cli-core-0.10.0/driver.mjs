import './node_modules/@google/gemini-cli-core/dist/index.js';
import { MCPOAuthProvider } from './node_modules/@google/gemini-cli-core/dist/src/mcp/oauth-provider.js';
import { MCPOAuthTokenStorage } from './node_modules/@google/gemini-cli-core/dist/src/mcp/oauth-token-storage.js';
import { connectToMcpServer } from './node_modules/@google/gemini-cli-core/dist/src/tools/mcp-client.js';
import { run } from '../shared/gemini.mjs';

await run({ MCPOAuthProvider, MCPOAuthTokenStorage, connectToMcpServer });
