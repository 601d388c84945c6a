import { expect, test } from 'vitest';
import { readRequirement } from '@/lib/requirements/read';

/** The non-empty parts of an entry, on one line. */
function tell(text: string): string {
  const entry = readRequirement(text);
  if (entry.kind !== 'read') return `${entry.kind}: ${entry.reason}`;
  const { name, extras, specifier, marker, url } = entry;
  const parts = [name, extras.length > 0 && `[${extras.join()}]`, specifier];
  const behind = [url && `@ ${url}`, marker && `; ${marker}`];
  return [parts.map((part) => part || '').join(''), ...behind].filter(Boolean).join(' ').trim();
}

test.each([
  // By name.
  ['celery', 'celery'],
  ['Django_Q.Thing', 'django-q-thing'],
  ['  celery  ', 'celery'],
  ['celery==5.3.0', 'celery==5.3.0'],
  ['celery == 5.3.0', 'celery==5.3.0'],
  ['celery>=4,<6', 'celery>=4,<6'],
  ['celery >= 4, != 4.4.*, < 6', 'celery>=4,!=4.4.*,<6'],
  ['celery (>=4,<6)', 'celery>=4,<6'],
  ['celery>=4,', 'celery>=4'],
  ['celery~=5.3', 'celery~=5.3'],
  ['celery===5.3.0+local', 'celery===5.3.0+local'],
  ['celery >=1, === 2 ; python_version === "3"', 'celery>=1,===2 ; python_version === "3"'],
  ['celery==1!2.0rc1', 'celery==1!2.0rc1'],
  ['celery[redis]', 'celery[redis]'],
  ['celery[redis,auth]==5.3.0', 'celery[redis,auth]==5.3.0'],
  ['celery[redis, Auth_X] >= 5 , < 6', 'celery[redis,auth-x]>=5,<6'],
  ['celery[]', 'celery'],
  ['celery; python_version < "3.9"', 'celery ; python_version < "3.9"'],
  ["celery==5 ; sys_platform == 'win32'", "celery==5 ; sys_platform == 'win32'"],
  ['a; python_version in "2.7, 3.0"', 'a ; python_version in "2.7, 3.0"'],
  [
    'a==1 ; (python_version >= "3.8" and os_name != "nt") or extra == "x"',
    'a==1 ; (python_version >= "3.8" and os_name != "nt") or extra == "x"',
  ],
  ['celery==5.3 # a task queue', 'celery==5.3'],
  ['celery==5.3.0 --hash=sha256:aa --hash=sha256:bb', 'celery==5.3.0'],
  ['celery==5.3.0 ; os_name == "nt" --hash=sha256:aa', 'celery==5.3.0 ; os_name == "nt"'],
  ['celery --config-settings="a=b"', 'celery'],
  ['celery==5.3 \\\n  --hash=sha256:aa', 'celery==5.3'],
  ['celery \\\n  >=4, \\\n <6', 'celery>=4,<6'],
  ['\ufeffcelery==5.3', 'celery==5.3'],
  ['celery\u00a0==\u00a05.3\u200b', 'celery==5.3'],
  ['celery 5.3.0', 'celery==5.3.0'],
  ['app 0.1 /home/me/app', 'app==0.1'],
  ['0', '0'],
  // By address.
  ['celery @ https://example.org/x.zip', 'celery @ https://example.org/x.zip'],
  ['celery[redis]@https://example.org/x', 'celery[redis] @ https://example.org/x'],
  [
    'celery @ git+https://github.com/celery/celery.git@v5.4#egg=other',
    'celery @ https://github.com/celery/celery',
  ],
  [
    'celery @ git+https://github.com/celery/celery ; python_version < "3.9"',
    'celery @ https://github.com/celery/celery ; python_version < "3.9"',
  ],
  ['celery @ file:///home/me/celery', 'celery'],
  ['celery @ ./celery', 'celery'],
  [
    '-e git+https://github.com/celery/celery.git@main#egg=celery',
    'celery @ https://github.com/celery/celery',
  ],
  [
    '--editable=git+ssh://git@github.com/celery/celery.git@a1b2c3#egg=Celery[redis,auth]&subdirectory=x',
    'celery[redis,auth] @ https://github.com/celery/celery',
  ],
  ['git+ssh://git@github.com/celery/celery.git@v5', '@ https://github.com/celery/celery'],
  ['git+git@github.com:celery/celery.git', '@ https://github.com/celery/celery'],
  ['git@github.com:celery/celery.git', '@ https://github.com/celery/celery'],
  ['git+https://${TOKEN}@github.com/me/private.git@1', '@ https://github.com/me/private'],
  ['git+https://me:secret@gitlab.com/a/b/c.git', '@ https://gitlab.com/a/b/c'],
  ['hg+https://hg.example.org/repo@tip#egg=thing', 'thing @ https://hg.example.org/repo'],
  ['https://github.com/celery/celery', '@ https://github.com/celery/celery'],
  ['https://github.com/celery/celery/', '@ https://github.com/celery/celery'],
  ['github.com/celery/celery', '@ https://github.com/celery/celery'],
  [
    'https://github.com/celery/celery/archive/refs/tags/v5.zip',
    '@ https://github.com/celery/celery',
  ],
  [
    'https://github.com/celery/celery/archive/main.zip#egg=celery ; os_name == "nt"',
    'celery @ https://github.com/celery/celery ; os_name == "nt"',
  ],
  ['https://pypi.org/project/Django_Q/', 'django-q'],
  ['pypi.org/project/celery/5.3.0/', 'celery==5.3.0'],
  ['https://pypi.python.org/pypi/celery', 'celery'],
  ['https://pypi.org/simple/celery/', 'celery'],
  // By file.
  [
    'https://files.pythonhosted.org/packages/a/b/celery-5.3.0-py3-none-any.whl#sha256=0',
    'celery==5.3.0 @ https://files.pythonhosted.org/packages/a/b/celery-5.3.0-py3-none-any.whl',
  ],
  [
    'https://example.org/Django_Q-1.3.9.tar.gz',
    'django-q==1.3.9 @ https://example.org/Django_Q-1.3.9.tar.gz',
  ],
  ['./wheels/numpy-1.26.4-1-cp312-cp312-manylinux_2_17_x86_64.whl', 'numpy==1.26.4'],
  ['django-2fa-1.0.zip', 'django-2fa==1.0'],
  ['C:\\wheels\\celery-5.3.0-py3-none-any.whl', 'celery==5.3.0'],
  ['file:///wheels/foo_bar-1.0%2Blocal-py3-none-any.whl', 'foo-bar==1.0+local'],
  // By package URL.
  ['pkg:pypi/Django_Q@1.3.9', 'django-q==1.3.9'],
  ['pkg:pypi/celery', 'celery'],
  ['pkg:pypi/celery@5.3.0?file_name=x.whl#y', 'celery==5.3.0'],
  ['pkg:github/celery/celery@v5', '@ https://github.com/celery/celery'],
])('%j is parsed as %s', (text, expected) => {
  expect(tell(text)).toBe(expected);
});

test.each([
  ['', 'blank line'],
  ['   ', 'blank line'],
  ['# celery', 'comment'],
  ['    # via django, celery', 'comment'],
  ['-r base.txt', 'requirements file'],
  ['-rbase.txt', 'requirements file'],
  ['--requirement=base.txt', 'requirements file'],
  ['-c constraints.txt', 'constraints file'],
  ['--hash=sha256:0', 'hash'],
  ['-i https://example.org/simple', 'package index'],
  ['--extra-index-url https://example.org/simple', 'package index'],
  ['--find-links ./wheels', 'archive location'],
  ['--only-binary celery,kombu', 'pip option'],
  ['--pre', 'pip option'],
  ['-e .', 'local path'],
  ['-e .[dev,test]', 'local path'],
  ['-e /home/me/app', 'local path'],
  ['.', 'local path'],
  ['./app', 'local path'],
  ['../app ; os_name == "nt"', 'local path'],
  ['libs/app', 'local path'],
  ['C:\\app', 'local path'],
  ['file:///home/me/app', 'local path'],
  ['Package    Version', 'table heading'],
  ['---------- -------', 'table heading'],
])('%j is skipped as a %s', (text, reason) => {
  expect(tell(text)).toBe(`skipped: ${reason}`);
});

test.each([
  ['!', 'Expected the name of a project'],
  ['🐍', 'Expected the name of a project'],
  [',,,', 'Expected the name of a project'],
  ['==5.3', 'Expected the name of a project'],
  ['celery huey', 'Unexpected text at "huey"'],
  ['celery=5.3', 'Unexpected text at "=5.3"'],
  ['celery>=', 'Unexpected end'],
  ['celery>=4 <6', 'Unexpected text at "<6"'],
  ['celery==$VERSION', 'Unexpected text at "$VERSION"'],
  ['celery; python < "3"', 'Unexpected text at "python < "3""'],
  ['celery = "^5.3"', 'Unexpected text at "= "^5.3""'],
  ['celery-', 'Unexpected end'],
  ['cèlery', '"cèlery" is not a name on PyPI'],
  ['celery, huey', 'More than one requirement'],
  ['celery\nhuey', 'More than one requirement'],
  ['--upgrade', 'Unknown option "--upgrade"'],
  ['- celery', 'Unknown option "-"'],
  ['pkg:npm/left-pad@1.0', 'Not a package URL of type pypi'],
  ['https://example.org/a b', 'Unexpected text after "https://example.org/a"'],
  ['https://github.com/celery/celery ; nonsense', 'Unexpected text at "nonsense"'],
  ['cel\0ery', 'Contains control characters'],
  ['a'.repeat(1001), 'Longer than 1000 characters'],
  [`a;${'('.repeat(900)}`, 'Too many brackets'],
])('%j is refused', (text, reason) => {
  expect(tell(text)).toBe(`refused: ${reason}`);
});
