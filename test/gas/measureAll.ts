import { type Costs, measureCosts, measureViews } from "./measureCosts";
import { measureMigration } from "./measureMigration";
import { measureNodes } from "./measureNodes";
import { measureVotes } from "./measureVotes";

/** Everything that the snapshot holds. */
export async function measureAll(): Promise<Costs> {
  return {
    ...(await measureCosts(1_000)),
    ...(await measureViews(10_000)),
    ...(await measureVotes({ others: 1_000, delegators: 100 })),
    ...(await measureMigration(1_000)),
    ...(await measureNodes({ others: 1_000, standby: 10 })),
  };
}
