import { expect } from "chai";
import fc from "fast-check";
import { decodeCounts } from "../../../scripts/wallets/decodeCounts";
import { encodeCounts } from "../../../scripts/wallets/encodeCounts";
import { MAX_COUNT, MAX_WALLET_ID, type WalletCount } from "../../../scripts/wallets/WalletCount";
import { WalletCountsError } from "../../../scripts/wallets/WalletCountsError";

const counts = fc
  .uniqueArray(fc.record({ walletId: fc.integer({ min: 1, max: MAX_WALLET_ID }), count: fc.bigInt(0n, MAX_COUNT) }), {
    selector: ({ walletId }) => walletId,
  })
  .map((entries) => entries.sort((a, b) => a.walletId - b.walletId));

describe("encodeCounts", () => {
  it("packs 4 bytes of the wallet and 8 of the count", () => {
    expect(
      encodeCounts([
        { walletId: 1, count: 100_001n },
        { walletId: MAX_WALLET_ID, count: MAX_COUNT },
      ]),
    ).to.equal("0x0000000100000000000186a1ffffffffffffffffffffffff");
  });

  it("packs nothing into no bytes", () => {
    expect(encodeCounts([])).to.equal("0x");
  });

  it("is undone by decodeCounts", () => {
    fc.assert(
      fc.property(counts, (entries) => {
        expect(decodeCounts(encodeCounts(entries))).to.deep.equal(entries);
      }),
    );
  });

  const malformed: [name: string, entries: WalletCount[], entry: number, message: RegExp][] = [
    ["wallet 0", [{ walletId: 0, count: 1n }], 0, /entry 0: wallet 0 is not one of/],
    ["an id of 33 bits", [{ walletId: 2 ** 32, count: 1n }], 0, /is not one of 1\.\.4294967295/],
    ["a fraction", [{ walletId: 1.5, count: 1n }], 0, /is not one of/],
    ["a negative count", [{ walletId: 1, count: -1n }], 0, /count -1 is not one of/],
    ["a count of 65 bits", [{ walletId: 1, count: MAX_COUNT + 1n }], 0, /is not one of 0/],
    ["a wallet twice", [1, 2, 2].map((walletId) => ({ walletId, count: 1n })), 2, /wallet 2 comes after wallet 2/],
    ["wallets out of order", [2, 1].map((walletId) => ({ walletId, count: 1n })), 1, /wallet 1 comes after wallet 2/],
  ];
  for (const [name, entries, entry, message] of malformed) {
    it(`refuses ${name}`, () => {
      expect(() => encodeCounts(entries))
        .to.throw(WalletCountsError, message)
        .with.property("entry", entry);
    });
  }
});

describe("decodeCounts", () => {
  for (const [name, data, message] of [
    ["what is not hexadecimal", "counts", /not hexadecimal/],
    ["half a byte", "0x123", /not hexadecimal/],
    ["a length that is no multiple of 12", `0x${"00".repeat(13)}`, /13 bytes/],
    ["wallet 0", `0x${"00".repeat(12)}`, /entry 0: wallet 0/],
  ] as const) {
    it(`refuses ${name}`, () => {
      expect(() => decodeCounts(data)).to.throw(WalletCountsError, message);
    });
  }

  it("refuses wallets that do not exist", () => {
    const data = encodeCounts([{ walletId: 4, count: 1n }]);
    expect(decodeCounts(data, 4)).to.have.length(1);
    expect(() => decodeCounts(data, 3)).to.throw(WalletCountsError, "wallet 4 is not one of 1..3");
  });
});
