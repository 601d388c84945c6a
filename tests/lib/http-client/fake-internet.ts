import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import net, { type TcpNetConnectOpts } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import tls from 'node:tls';
import { close, listen } from './loopback';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Lets a server on loopback stand for every address on every port: whatever a socket is told to connect to, the connection is really made,
 * but to the server. Host names are resolved by the socket's own `lookup` before. HTTPS is spoken without encryption.
 */
export async function openFakeInternet() {
  const real = { connect: net.connect, tlsConnect: tls.connect };
  const state = { answer: ok, connections: 0, addresses: [''] };

  const server = createServer((request, response) => {
    state.answer(request, response);
  });
  server.on('connection', () => (state.connections += 1));
  const port = await listen(server);

  const connect = (options: TcpNetConnectOpts) => {
    const { host = '', lookup } = options;
    if (net.isIP(host) !== 0) state.addresses.push(host);
    return real.connect({
      ...options,
      port,
      host: net.isIP(host) === 0 ? host : '127.0.0.1',
      lookup: (hostname, lookupOptions, callback) => {
        if (lookup === undefined) throw new Error('A socket would resolve by itself');
        lookup(hostname, lookupOptions, (error, answers) => {
          if (error !== null || typeof answers === 'string') {
            callback(error ?? new Error('One address'), []);
            return;
          }
          state.addresses.push(...answers.map(({ address }) => address));
          callback(null, [{ address: '127.0.0.1', family: 4 }]);
        });
      },
    });
  };
  const tlsConnect = (options: TcpNetConnectOpts) => {
    const socket = connect(options);
    socket.once('connect', () => socket.emit('secureConnect'));
    return socket;
  };
  Object.assign(net, { connect });
  Object.assign(tls, { connect: tlsConnect });

  return {
    /** Forgets what was connected, closes all connections, and answers like this from now on. */
    reset: (answer: Answer = ok) => {
      server.closeAllConnections();
      Object.assign(state, { answer, connections: 0, addresses: [] });
    },
    /** The number of connections that have reached the server, after a moment for those on their way. */
    connections: async () => {
      await delay(5);
      return state.connections;
    },
    /** What sockets were told to connect to, in order. */
    addresses: () => state.addresses,
    close: async () => {
      Object.assign(net, { connect: real.connect });
      Object.assign(tls, { connect: real.tlsConnect });
      await close(server);
    },
  };
}

const ok: Answer = (_, response) => {
  response.end('ok');
};
