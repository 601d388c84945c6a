import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from '@/lib/root';

interface Ports {
  site: number;
  proxy: number;
}

/** A caching proxy whose configuration is in README.md. */
export interface Proxy {
  name: string;
  program: string;
  /** Language of the example's code block in README.md. */
  language: string;
  /** Writes the configuration from README.md into a folder, for these ports, and returns the program's arguments. */
  prepare: (folder: string, example: string, ports: Ports) => string[];
}

export const proxies: Proxy[] = [
  {
    name: 'nginx',
    program: 'nginx',
    language: 'nginx',
    prepare: (folder, example, { site, proxy }) => {
      const block = replaceAll(example, [
        ['/var/cache/nginx/packgrid', join(folder, 'cache')],
        ['127.0.0.1:3000', `127.0.0.1:${site}`],
        ['listen 80;', `listen 127.0.0.1:${proxy};`],
      ]);
      const file = join(folder, 'nginx.conf');
      writeFileSync(file, nginxAround(folder, block));
      return ['-c', file, '-p', folder, '-e', 'stderr'];
    },
  },
  {
    name: 'Varnish',
    program: 'varnishd',
    language: 'vcl',
    prepare: (folder, example, { site, proxy }) => {
      const file = join(folder, 'site.vcl');
      writeFileSync(file, replaceAll(example, [['.port = "3000"', `.port = "${site}"`]]));
      const memory = ['-s', 'malloc,32m', '-j', 'none'];
      return ['-F', '-n', join(folder, 'work'), '-a', `127.0.0.1:${proxy}`, '-f', file, ...memory];
    },
  },
];

/** Settings around `http { … }` for a test. */
function nginxAround(folder: string, block: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const folders = kinds.map((kind) => `${kind}_temp_path ${join(folder, kind)};`);
  return [
    'daemon off;',
    `pid ${join(folder, 'nginx.pid')};`,
    // Otherwise it could not write to a folder owned by root.
    process.getuid?.() === 0 ? 'user root;' : '',
    'events {}',
    `http { access_log off; ${folders.join(' ')}\n${block}\n}`,
  ].join('\n');
}

/** Throws if a replacement matches nothing: then the test would not use the configuration of README.md. */
function replaceAll(text: string, pairs: [string, string][]): string {
  for (const [from, to] of pairs) {
    if (!text.includes(from)) throw new Error(`README.md does not say ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

export function exampleIn({ language }: Proxy): string {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [, example] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(readme) ?? [];
  if (example === undefined) throw new Error(`README.md has no example for ${language}`);
  return example;
}

/** Returns the path of a program if it is installed. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
