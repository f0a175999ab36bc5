import { measureAll } from "../test/gas/measureAll";
import { writeReadmeTable } from "../test/gas/readmeTable";
import { renderCosts } from "../test/gas/renderCosts";
import { writeSnapshot } from "../test/gas/snapshotFile";

/** Measures the cost table, prints it beside its limits, and writes the snapshot and the README's table. */
async function record(): Promise<void> {
  const costs = await measureAll();
  console.log(renderCosts(costs));
  writeSnapshot(costs);
  writeReadmeTable(costs);
}

record().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
