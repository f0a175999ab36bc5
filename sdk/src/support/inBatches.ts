/** How much is asked of a node at a time. */
const BATCH = 50;

/** What `each` makes of every item, in their order; never of more than 50 at a time, which a public node still answers. */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  each: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += BATCH) {
    results.push(...(await Promise.all(items.slice(start, start + BATCH).map(each))));
  }
  return results;
}
