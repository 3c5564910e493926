// Lets the lab use VS Code's tools as a chat would: by its own API, over HTTP on loopback. The port is written into LAB_PORT_FILE.
const { writeFileSync, renameSync } = require('node:fs');
const { createServer } = require('node:http');
const vscode = require('vscode');

const text = result => result.content.map(part => part.value ?? JSON.stringify(part)).join('\n');

const commands = {
  tools: async () => vscode.lm.tools.map(tool => tool.name).join(' '),
  async call() {
    const tool = vscode.lm.tools.find(known => known.name.endsWith('_access'));
    if (!tool) throw new Error(`no such tool among ${await commands.tools()}`);
    return text(await vscode.lm.invokeTool(tool.name, { input: {}, toolInvocationToken: undefined }));
  },
};

exports.activate = () => {
  const server = createServer(async (request, response) => {
    try {
      response.end(await commands[request.url.slice(1)]());
    } catch (problem) {
      response.writeHead(500).end(String(problem?.stack ?? problem));
    }
  });
  server.listen(0, '127.0.0.1', () => {
    const file = process.env.LAB_PORT_FILE;
    writeFileSync(`${file}.new`, String(server.address().port));
    renameSync(`${file}.new`, file);
  });
};
