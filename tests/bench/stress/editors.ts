import { request, type APIRequestContext } from '@playwright/test';
import { SESSION_COOKIE } from '@/lib/http/session-cookie';
import { readForm, sendPlain } from '@/tests/browser/forms-over-http';
import { listCells, signUp } from '@/tests/browser/users';
import { markOf } from '../traffic/marks';
import { openReader, textOf, type Reader } from '../traffic/reader';
import { chooseTargets } from '../traffic/targets';
import { findSecret } from './body';
import { pause, repeat, type Scene } from './scene';

const EDITORS = 2;

/** Time between two edits of an editor, in milliseconds. */
const REST = 500;

/** Secrets that responses are searched for: the newest, since each form has another token. */
const MOST_SECRETS = 20;

interface Editor {
  request: APIRequestContext;
  origin: string;
  /** The form of the cell that only this editor changes, and the page that shows it to everybody. */
  cell: string;
  page: string;
  /** What the editor's marks begin with. */
  mark: string;
}

/** Users who sign up and edit cells by forms. After each edit that the site has acknowledged, somebody else must see it, and nothing of its editor. */
export async function editSignedIn(scene: Scene, databasePath: string): Promise<void> {
  const written = new Set(chooseTargets(scene.ranked).map(({ slug }) => slug));
  const grids = scene.ranked.flatMap((path) => {
    const [, slug = ''] = /^\/grids\/g\/([^/]+)\/$/.exec(path) ?? [];
    return slug === '' || written.has(slug) ? [] : [slug];
  });
  await Promise.all(
    grids.slice(0, EDITORS).map((grid, index) => workOn(scene, databasePath, grid, `edit${index}`)),
  );
}

async function workOn(scene: Scene, databasePath: string, grid: string, mark: string) {
  const reader = openReader(scene.port);
  let editor: Editor | undefined;
  let turn = 0;
  await repeat(scene, 'edits', async () => {
    editor ??= await startEditing(scene.port, databasePath, grid, mark);
    await editOnce(scene, reader, editor, ++turn);
    await pause(scene, REST);
  });
  await editor?.request.dispose();
  await reader.close();
}

async function startEditing(
  port: number,
  databasePath: string,
  grid: string,
  mark: string,
): Promise<Editor> {
  const origin = `http://localhost:${port}`;
  const own = await request.newContext({ baseURL: origin });
  await signUp(own, { port, databasePath }, 'trusted');
  const [cell = ''] = await listCells(own, grid);
  return { request: own, origin, cell, page: `/grids/g/${grid}/`, mark };
}

async function editOnce(scene: Scene, reader: Reader, editor: Editor, turn: number) {
  const { page, mark, origin } = editor;
  const note = (fault: string | undefined) => {
    if (fault !== undefined) scene.faults.add(`edit of ${page}: ${fault}`);
  };
  const form = await readForm(editor.request, editor.cell, 'Save');
  await noteSecrets(scene, editor, form.fields['token'] ?? '');
  const fields = { ...form.fields, text: markOf(turn, mark) };
  const response = await sendPlain(editor.request, { ...form, fields }, { origin });
  if (response.status() !== 303) {
    note(`status ${response.status()}`);
    return;
  }
  scene.fresh.noteEdit(page, mark, turn);

  const expected = scene.fresh.expect(page);
  const reply = await reader.ask(page, { 'Accept-Encoding': 'gzip' });
  note(reply.status === 200 ? undefined : `status ${reply.status} for the next reader`);
  note(textOf(reply).includes(markOf(turn, mark)) ? undefined : 'the next reader does not see it');
  note(reply.headers['set-cookie'] ? 'a shared response sets a cookie' : undefined);
  note(findSecret(reply, scene.secrets));
  scene.fresh.judge(page, expected, reply);
}

async function noteSecrets({ secrets }: Scene, { request: own }: Editor, token: string) {
  const { cookies } = await own.storageState();
  const session = cookies.find(({ name }) => name.endsWith(SESSION_COOKIE));
  for (const secret of [token, session?.value ?? '']) if (secret !== '') secrets.add(secret);
  const [oldest = ''] = secrets;
  if (secrets.size > MOST_SECRETS) secrets.delete(oldest);
}
