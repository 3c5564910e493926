// Runs oidc-provider. The first argument is one client as JSON, the second the provider's configuration as JSON ({} is its default, with its own
// development pages). The first line on stdout is the issuer; everything of the protocol is the library's doing.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [client, configuration] = process.argv.slice(2).map(text => JSON.parse(text));
const server = createServer();
await new Promise(ready => server.listen(0, '127.0.0.1', ready));
const issuer = `http://127.0.0.1:${server.address().port}`;

if (configuration.people) {
  const people = configuration.people;
  delete configuration.people;
  configuration.findAccount = (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) });
}
const provider = new Provider(issuer, { clients: [client], ...configuration });
server.on('request', provider.callback());
console.log(issuer);
