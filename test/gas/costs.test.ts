import { reset } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { limits } from "./limits";
import { measureAll } from "./measureAll";
import type { Costs } from "./measureCosts";
import { measureGrowth, type Size } from "./measureGrowth";
import { measureNodes } from "./measureNodes";
import { measureVotes } from "./measureVotes";
import { week } from "./network";
import { readmeTable, readReadmeTable } from "./readmeTable";
import { renderCosts } from "./renderCosts";
import { readSnapshot } from "./snapshotFile";

describe("gas", () => {
  // The measured chains lie far in the future.
  after(async () => {
    await reset();
  });

  describe("among 1,000 other positions", () => {
    let costs: Costs;

    before(async () => {
      costs = await measureAll();
      console.log(renderCosts(costs));
    });

    it("stays within the limits of the design", () => {
      for (const [operation, { atMost }] of Object.entries(limits)) {
        expect(costs[operation], operation).to.be.a("number").that.is.at.most(atMost);
      }
    });

    it("is what the committed snapshot says (npm run gas records a change)", () => {
      expect(costs).to.deep.equal(readSnapshot());
    });
  });

  describe("README", () => {
    it("shows the snapshot", () => {
      expect(readReadmeTable()).to.equal(readmeTable(readSnapshot()));
    });
  });

  describe("growth", () => {
    const smallest: Size = { accounts: 50, weeks: 13, changes: 25 };
    let base: Costs;

    before(async () => {
      base = await measureGrowth(smallest);
    });

    // A search reads up to two slots more per doubling; a loop over what doubles would read that many.
    const twoReads = 5_400;

    for (const dimension of ["accounts", "weeks", "changes"] as const) {
      it(`costs at most two slot reads more each time ${dimension} double`, async () => {
        for (let doublings = 1; doublings <= 4; ++doublings) {
          const factor = 2 ** doublings;
          const costs = await measureGrowth({ ...smallest, [dimension]: smallest[dimension] * factor });
          for (const [operation, gas] of Object.entries(costs)) {
            expect(gas, `${operation}, ${dimension} × ${factor}`).to.be.at.most(
              base[operation]! + twoReads * doublings,
            );
          }
        }
      });
    }

    it("costs the same to run nodes, however many stand by", async () => {
      // Of 10,000, the first need a year to hand on their tokens.
      const population = { others: 10, from: week(54) };
      const costs = await measureNodes({ ...population, standby: 10 });
      for (const standby of [1_000, 10_000]) {
        expect(await measureNodes({ ...population, standby }), `${standby} stand by`).to.deep.equal(costs);
      }
    });

    it("costs the same to delegate to one whom many delegate to, to act then, and to vote", async () => {
      const costs = await measureVotes({ others: 256, delegators: 1 });
      for (const delegators of [16, 256]) {
        expect(await measureVotes({ others: 256, delegators }), `${delegators} delegators`).to.deep.equal(costs);
      }
    });
  });
});
