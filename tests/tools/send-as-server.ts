import { IncomingMessage, type IncomingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import { entryOf } from '@/server/http/answer/entry';
import { finishWith } from '@/server/http/answer/finish';
import { preferencesOf } from '@/server/http/answer/client-preferences';
import { send } from '@/server/http/answer/send';
import { capture } from '@/server/origin/capture';

const finish = finishWith({
  findErrorDocument: () => undefined,
  stripAnswer: (answer) => answer,
});

/** Sends a route handler's response as the server does to a request with these headers: its conditions count. */
export async function sendAsServer(given: Response, path: string, headers: IncomingHttpHeaders) {
  const { status } = given;
  const body = Buffer.from(await given.arrayBuffer());
  const context = {
    ...{
      url: path,
      accept: undefined,
      route: undefined,
      section: undefined,
      isRead: true,
      isPersonal: false,
    },
  };
  const answer = finish({ status, headers: Object.fromEntries(given.headers), body }, context);
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', headers });
  const entry = entryOf(answer);
  const sendEntry = async (_: IncomingMessage, response: Parameters<typeof send>[0]['response']) =>
    send({ response, preferences: preferencesOf(request), entry, source: 'miss', headers: [] });
  return capture(sendEntry, request, (sent) => ({
    status: sent.status,
    header: (name: string) => sent.headers[name]?.toString() ?? null,
    text: sent.body.toString(),
  }));
}
