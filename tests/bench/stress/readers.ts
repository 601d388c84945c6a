import { openReader, type Reader, type Reply } from '../traffic/reader';
import { findFault, findSecret } from './body';
import { repeat, type Scene } from './scene';
import { knownTags } from './tags';

/** Weighted by use: most clients accept gzip. */
const encodings = ['gzip', 'gzip', 'gzip', 'br', 'identity', 'br, gzip'];

/** Clients that request everything in every way HTTP allows, and check the responses. */
export async function read(scene: Scene, connections: number): Promise<void> {
  const tags = knownTags();
  const work = async () => {
    const reader = openReader(scene.port);
    await repeat(scene, 'read', () => readOne(scene, reader, tags));
    await reader.close();
  };
  await Promise.all(Array.from({ length: connections }, work));
}

async function readOne(scene: Scene, reader: Reader, tags: ReturnType<typeof knownTags>) {
  const { pick, chance, fresh, faults, done, secrets } = scene;
  const path = pick();
  const headers = { 'Accept-Encoding': chance.pick(encodings) };
  const tag = chance.isLucky(0.2) ? tags.newestOf(path) : undefined;
  const method = chance.isLucky(0.05) ? 'HEAD' : 'GET';
  const expected = fresh.expect(path);
  const asked = tag === undefined ? headers : { ...headers, 'If-None-Match': tag };
  const reply = await reader.ask(path, asked, method);
  done.add(`X-Cache ${String(reply.headers['x-cache'])}`);

  const fault = faultOfEmpty(reply, tag, method) ?? findFaultOfBody(path, reply, tags, secrets);
  if (fault !== undefined) faults.add(`${path} ${JSON.stringify(asked)}: ${fault}`);
  if (isWithBody(reply)) fresh.judge(path, expected, reply);
}

const isWithBody = ({ status, body }: Reply) => status === 200 && body.length > 0;

function faultOfEmpty({ status, body }: Reply, tag: string | undefined, method: string) {
  if (status === 304) {
    return tag === undefined ? 'a 304 for no condition' : bodyless(body, 'a 304 with a body');
  }
  if (status !== 200) return `status ${status}`;
  return method === 'HEAD' ? bodyless(body, 'HEAD with a body') : undefined;
}

const bodyless = (body: Buffer, fault: string) => (body.length === 0 ? undefined : fault);

function findFaultOfBody(
  path: string,
  reply: Reply,
  tags: ReturnType<typeof knownTags>,
  secrets: Scene['secrets'],
) {
  if (!isWithBody(reply)) return undefined;
  return findFault(path, reply) ?? findSecret(reply, secrets) ?? tags.findFault(path, reply);
}
