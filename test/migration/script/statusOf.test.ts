import { ZeroAddress } from "ethers";
import { expect } from "chai";
import { statusOf } from "../../../scripts/migration/statusOf";
import { WEEK } from "../../support/time";

describe("statusOf", () => {
  const account = "0x000000000000000000000000000000000000dEaD";
  const now = 3_000n * WEEK + 5n;
  const lock = { account, amount: 5n, transferredAmount: 5n, end: 3_010n * WEEK, presetWeeks: 0n };
  const perpetual = { ...lock, end: 0n, presetWeeks: 52n };
  const state = { timestamp: Number(now), hasPosition: false };

  for (const [title, changed, expected] of [
    ["no amount", { ...lock, amount: 0n, transferredAmount: 0n }, "None"],
    ["a lock", lock, "Ready"],
    ["a lock of nobody", { ...lock, account: ZeroAddress }, "None"],
    ["an ended lock", { ...lock, end: WEEK }, "Ready"],
    ["a perpetual lock", perpetual, "Ready"],
    ["less transferred", { ...lock, transferredAmount: 4n }, "NotBacked"],
    ["more transferred", { ...lock, transferredAmount: 6n }, "NotBacked"],
    ["another preset", { ...perpetual, presetWeeks: 5n }, "NoPreset"],
    ["an end in the middle of a week", { ...lock, end: lock.end + 1n }, "EndNotWeekStart"],
    ["the latest end", { ...lock, end: 3_105n * WEEK }, "Ready"],
    ["an end after that", { ...lock, end: 3_106n * WEEK }, "EndTooLate"],
  ] as const) {
    it(`tells ${expected} of ${title}`, () => {
      expect(statusOf(changed, state)).to.equal(expected);
    });
  }

  it("tells PositionExists only of a lock that could be moved otherwise", () => {
    const taken = { ...state, hasPosition: true };
    expect(statusOf(lock, taken)).to.equal("PositionExists");
    expect(statusOf({ ...lock, transferredAmount: 4n }, taken)).to.equal("NotBacked");
  });
});
