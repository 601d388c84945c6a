import { listMembersOfGrids, listOutlinedPackages } from '@/db/queries/outline';
import { llmsFull, MOST_OUTLINED } from '@/lib/llms/full-text';
import { readClock } from '../clock';
import { readIndex, sendText } from '../llms';

export function GET(request: Request) {
  const text = llmsFull({
    ...readIndex(request),
    packages: listOutlinedPackages(MOST_OUTLINED),
    members: listMembersOfGrids(),
    clock: readClock(),
  });
  return sendText('/llms-full.txt', text);
}
