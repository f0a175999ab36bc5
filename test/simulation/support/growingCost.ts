// Loaded before the simulation by a test: a log of gas that tells of a cost that doubles.
import { GasLog } from "../../../scripts/simulation/GasLog";

GasLog.prototype.weeks = () =>
  new Map([
    [
      "claim",
      [
        { week: 1, count: 30, median: 100, max: 100 },
        { week: 2, count: 90, median: 200, max: 200 },
      ],
    ],
  ]);
