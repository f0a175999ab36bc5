/** As many requests as are under way at a time. */
const CONCURRENCY = 50;

/** Like `Promise.all` over `items`, in order, with a limited number under way. The first failure ends it. */
export async function mapLimited<T, R>(
  items: readonly T[],
  action: (item: T) => Promise<R>,
  options: { concurrency?: number; onDone?: (done: number) => void } = {},
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  let done = 0;
  let failed = false;
  const work = async () => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        results[index] = await action(items[index]!);
      } catch (error) {
        failed = true;
        throw error;
      }
      options.onDone?.(++done);
    }
  };
  const workers = Math.min(options.concurrency ?? CONCURRENCY, items.length);
  await Promise.all(Array.from({ length: workers }, work));
  return results;
}
