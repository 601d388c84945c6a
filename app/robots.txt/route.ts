import { robotsText } from '@/lib/sitemap/robots';
import { baseOf } from '../address';
import { sendDocument } from '../documents';

export function GET(request: Request) {
  return sendDocument({
    body: robotsText(baseOf(request)),
    contentType: 'text/plain; charset=utf-8',
    route: '/robots.txt',
  });
}
