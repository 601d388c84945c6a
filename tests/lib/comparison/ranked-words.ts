/** Words in the expected sort order, written by hand: case-insensitive, with numbers by value. */
export const ordered = {
  requires_python: ['<4,>=3.8', '>=2.7', '>=3.5', '>=3.6', '>=3.9', '>=3.10', '>=3.12', '~=3.10'],
  licence: ['Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'GPL-3.0', 'ISC', 'MIT', 'Proprietary'],
  documentation_url: [
    'http://acme.example/',
    'https://acme.example/',
    'https://acme.example/v9/',
    'https://acme.example/v10/',
    'https://zebra.example/',
  ],
};

/** Those of the licences that are not OSI-approved. */
export const notApproved = ['Proprietary'];

/** Releases of Django or Python, oldest first. */
export const cycles = ['1.8', '1.11', '2.7', '3.2', '3.9', '3.10', '3.14', '4.2', '5.2', '10.0'];

/** Cell texts: their number of signs, negative for no or null for neither, and their rank among equal ones. */
export const cells: { text: string; sign: number | null; place: number | null }[] = [
  { text: '', sign: null, place: null },
  { text: ' \n\t ', sign: null, place: null },
  { text: '---', sign: -3, place: 0 },
  { text: '-7', sign: -3, place: 1 },
  { text: '--', sign: -2, place: 0 },
  { text: '-2', sign: -2, place: 1 },
  { text: '-', sign: -1, place: 0 },
  { text: '-1', sign: -1, place: 1 },
  { text: 'bad', sign: -1, place: 2 },
  { text: 'no', sign: -1, place: 3 },
  { text: ' NO ', sign: -1, place: 3 },
  { text: 'no (planned)', sign: -1, place: 4 },
  { text: '>=3.9', sign: 0, place: 0 },
  { text: '>=3.10', sign: 0, place: 1 },
  { text: '9', sign: 0, place: 2 },
  { text: '12', sign: 0, place: 3 },
  { text: 'none', sign: 0, place: 4 },
  { text: 'not yet', sign: 0, place: 5 },
  { text: 'Redis', sign: 0, place: 6 },
  { text: 'redis', sign: 0, place: 6 },
  { text: 'yesterday', sign: 0, place: 7 },
  { text: '日本', sign: 0, place: 8 },
  { text: '+', sign: 1, place: 0 },
  { text: '+1', sign: 1, place: 1 },
  { text: 'check', sign: 1, place: 2 },
  { text: 'yes', sign: 1, place: 3 },
  { text: 'Yes', sign: 1, place: 3 },
  { text: 'Yes, with Redis', sign: 1, place: 4 },
  { text: '++', sign: 2, place: 0 },
  { text: '+2', sign: 2, place: 1 },
  { text: '+++', sign: 3, place: 0 },
  { text: '+99', sign: 3, place: 1 },
];
