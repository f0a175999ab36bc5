// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { Median } from "../../libraries/Median.sol";
import { SignedReport } from "../../nodes/interfaces/IPerformanceOracle.sol";
import { IWalletRewards } from "../interfaces/IWalletRewards.sol";
import { packWalletCount, WalletCount } from "./WalletCount.sol";

/// @title WalletReports
/// @notice Walks several reports at once, in the order of the wallets, and takes the median of each wallet that one of them
/// names. A wallet that a report does not name has the count 0 there, so those that nobody names cost nothing.
library WalletReports {
    /// @dev How far the reports are read. One word per report in each array.
    struct Walk {
        /// The entries that come next.
        WalletCount[] heads;
        /// Where in the call's data the ones after them begin.
        uint256[] nexts;
        /// Where the reports end.
        uint256[] ends;
    }

    /// @dev An entry of a report: walletId (4), count (8).
    uint256 private constant ENTRY_BYTES = 12;

    /// @dev The head of a report that is read to its end: greater than every entry.
    WalletCount private constant NONE = WalletCount.wrap(type(uint256).max);

    /// @return found The wallets whose lower median is more than `threshold`, in order, with it.
    /// @param reports At least one, at most 32.
    /// @param walletCount The wallets that exist: 1..`walletCount`.
    /// @dev Reverts with {IWalletRewards-WrongDataLength}, {IWalletRewards-UnknownWallet} or
    /// {IWalletRewards-WalletOutOfOrder}. Bounded by the entries of all reports.
    function mediansAbove(
        SignedReport[] calldata reports,
        uint256 walletCount,
        uint256 threshold
    ) internal pure returns (WalletCount[] memory found) {
        (Walk memory walk, uint256 walletId, uint256 entries) = _begin(reports, walletCount);
        // A lower median above 0 needs an entry in more than half of the reports.
        found = new WalletCount[](entries / (reports.length / 2 + 1));
        uint256[] memory values = new uint256[](reports.length);
        uint256 length = 0;
        while (walletId != NONE.walletId()) {
            (uint256 median, uint256 nextId) = _pass(walk, walletId, values);
            if (median > threshold) found[length++] = packWalletCount(walletId, median);
            walletId = nextId;
        }
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // Shorter than it was made, by what was not found.
            mstore(found, length)
        }
    }

    /// @return walk All reports at their first entries, after they were checked.
    /// @return lowest The lowest wallet among these.
    /// @return entries How many there are in all reports.
    function _begin(
        SignedReport[] calldata reports,
        uint256 walletCount
    ) private pure returns (Walk memory walk, uint256 lowest, uint256 entries) {
        uint256 count = reports.length;
        walk = Walk({ heads: new WalletCount[](count), nexts: new uint256[](count), ends: new uint256[](count) });
        lowest = NONE.walletId();
        for (uint256 i = 0; i < count; ++i) {
            bytes calldata data = reports[i].data;
            (uint256 begin, uint256 end) = _check(reports[i].index, data, walletCount);
            entries += data.length / ENTRY_BYTES;
            walk.nexts[i] = begin;
            walk.ends[i] = end;
            lowest = Math.min(lowest, _advance(walk, i).walletId());
        }
    }

    /// @dev Refuses data that is no list of registered wallets in order. Returns where it stands in the call's data.
    function _check(
        uint256 index,
        bytes calldata data,
        uint256 walletCount
    ) private pure returns (uint256 begin, uint256 end) {
        require(data.length % ENTRY_BYTES == 0, IWalletRewards.WrongDataLength(index, data.length));
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            begin := data.offset
            end := add(begin, data.length)
        }
        uint256 previous = 0;
        // Bounded by the data.
        for (uint256 place = begin; place < end; place += ENTRY_BYTES) {
            uint256 walletId = _entryAt(place).walletId();
            require(walletId != 0 && walletId <= walletCount, IWalletRewards.UnknownWallet(walletId));
            require(walletId > previous, IWalletRewards.WalletOutOfOrder(index, walletId, previous));
            previous = walletId;
        }
    }

    /// @dev Passes the entries of `walletId`, the lowest among the heads. `values` is room for one word per report.
    /// @return median Its lower median.
    /// @return lowest The lowest wallet among the heads then.
    function _pass(
        Walk memory walk,
        uint256 walletId,
        uint256[] memory values
    ) private pure returns (uint256 median, uint256 lowest) {
        WalletCount[] memory heads = walk.heads;
        uint256 count = heads.length;
        uint256 length = 0;
        lowest = NONE.walletId();
        // Bounded by the reports, at most 32.
        for (uint256 i = 0; i < count; ++i) {
            WalletCount head = heads[i];
            if (head.walletId() == walletId) {
                Median.insert(values, length++, Median.pack(head.count(), 1));
                head = _advance(walk, i);
            }
            if (head.walletId() < lowest) lowest = head.walletId();
        }
        uint256 silent = count - length;
        // All that are silent are one value of 0 with their number as its weight.
        if (silent != 0) Median.insert(values, length++, Median.pack(0, silent));
        median = Median.lower(values, length, count);
    }

    /// @dev Reads the next entry of report `i`, and returns it.
    function _advance(Walk memory walk, uint256 i) private pure returns (WalletCount head) {
        uint256 place = walk.nexts[i];
        if (place == walk.ends[i]) {
            head = NONE;
        } else {
            head = _entryAt(place);
            walk.nexts[i] = place + ENTRY_BYTES;
        }
        walk.heads[i] = head;
    }

    /// @dev The entry at `place` of the call's data.
    function _entryAt(uint256 place) private pure returns (WalletCount entry) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // The first 12 of the 32 bytes.
            entry := shr(160, calldataload(place))
        }
    }
}
