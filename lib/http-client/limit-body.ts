import type { Response as UndiciResponse } from 'undici';

type Body = NonNullable<UndiciResponse['body']>;

/**
 * Passes a decoded body through at the pace of its reader, and fails once it is larger than `mostBytes`. So a small response that
 * decompresses into a huge one is never held in memory. `onEnd` is called when the body is complete, fails or is cancelled.
 */
export function limitBody(body: Body, mostBytes: number, onEnd: () => void): ReadableStream {
  const reader = body.getReader();
  let size = 0;
  return new ReadableStream(
    {
      pull: async (controller) => {
        try {
          const { done, value }: ReadableStreamReadResult<Uint8Array> = await reader.read();
          if (done) {
            onEnd();
            controller.close();
            return;
          }
          size += value.length;
          if (size > mostBytes) throw new Error(`returned more than ${mostBytes} bytes`);
          controller.enqueue(value);
        } catch (error) {
          onEnd();
          controller.error(error);
          await reader.cancel(error).catch(() => undefined);
        }
      },
      cancel: async (reason) => {
        onEnd();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
