// Runs oauth2-mock-server: it signs everybody in at once as johndoe. The first line on stdout is the issuer.
import { OAuth2Server } from 'oauth2-mock-server';

const server = new OAuth2Server();
await server.issuer.keys.generate('RS256');
await server.start(0, '127.0.0.1');
console.log(server.issuer.url);
