/** The reader of a body. Its chunks are `any` in the types of undici. */
interface Reader {
  read: () => Promise<{ done: false; value: Uint8Array } | { done: true }>;
  cancel: (reason: unknown) => Promise<void>;
}

/**
 * Passes a decoded body through at the pace at which it is read, and fails once it is larger than `mostBytes`. So a small response that
 * decompresses into a huge one is never held in memory. `onEnd` is called when the body is complete, fails or is cancelled.
 */
export function limitBody(reader: Reader, mostBytes: number, onEnd: () => void): ReadableStream {
  let size = 0;
  return new ReadableStream(
    {
      pull: async (controller) => {
        try {
          const chunk = await reader.read();
          if (chunk.done) {
            onEnd();
            controller.close();
            return;
          }
          size += chunk.value.length;
          if (size > mostBytes) throw new Error(`returned more than ${mostBytes} bytes`);
          controller.enqueue(chunk.value);
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
