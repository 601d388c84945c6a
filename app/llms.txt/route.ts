import { llmsIndex } from '@/lib/llms/index-text';
import { readIndex, sendText } from '../llms';

export function GET(request: Request) {
  return sendText('/llms.txt', llmsIndex(readIndex(request)));
}
