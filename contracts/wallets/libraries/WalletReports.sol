// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Median } from "../../libraries/Median.sol";
import { SignedReport } from "../../nodes/interfaces/IPerformanceOracle.sol";
import { IWalletRewards } from "../interfaces/IWalletRewards.sol";
import { packWalletCount, WalletCount } from "./WalletCount.sol";

/// @title WalletReports
/// @notice Walks several reports at once, in the order of the wallets, and takes the median of each wallet that one of them
/// names. A wallet that a report does not name has the count 0 there, so those that nobody names cost nothing.
library WalletReports {
    /// @dev An entry of a report: walletId (4), count (8).
    uint256 private constant ENTRY_BYTES = 12;

    /// @dev The head of a report that is read to its end: greater than every entry.
    WalletCount private constant NONE = WalletCount.wrap(type(uint256).max);

    /// @dev How far the reports are read. One word per report in each array.
    struct Walk {
        /// The entries that come next.
        WalletCount[] heads;
        /// Where in the call's data the ones after them begin.
        uint256[] nexts;
        /// Where the reports end.
        uint256[] ends;
    }

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
        (Walk memory walk, uint256 entries) = _begin(reports, walletCount);
        // A lower median above 0 needs an entry in more than half of the reports.
        found = new WalletCount[](entries / (reports.length / 2 + 1));
        uint256[] memory values = new uint256[](reports.length);
        uint256 length = 0;
        for (uint256 walletId = _lowest(walk); walletId != NONE.walletId(); walletId = _lowest(walk)) {
            uint256 median = _medianOf(walk, walletId, values, reports, walletCount);
            if (median > threshold) found[length++] = packWalletCount(walletId, median);
        }
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // Shorter than it was made, by what was not found.
            mstore(found, length)
        }
    }

    /// @dev Reads the first entry of every report.
    function _begin(
        SignedReport[] calldata reports,
        uint256 walletCount
    ) private pure returns (Walk memory walk, uint256 entries) {
        uint256 count = reports.length;
        walk = Walk({ heads: new WalletCount[](count), nexts: new uint256[](count), ends: new uint256[](count) });
        for (uint256 i = 0; i < count; ++i) {
            bytes calldata data = reports[i].data;
            require(data.length % ENTRY_BYTES == 0, IWalletRewards.WrongDataLength(reports[i].index, data.length));
            uint256 begin;
            // solhint-disable-next-line no-inline-assembly
            assembly ("memory-safe") {
                begin := data.offset
            }
            entries += data.length / ENTRY_BYTES;
            walk.nexts[i] = begin;
            walk.ends[i] = begin + data.length;
            _advance(walk, i, 0, reports, walletCount);
        }
    }

    /// @dev The lowest wallet among the heads.
    function _lowest(Walk memory walk) private pure returns (uint256) {
        WalletCount[] memory heads = walk.heads;
        uint256 lowest = WalletCount.unwrap(NONE);
        // Bounded by the reports, at most 32.
        for (uint256 i = 0; i < heads.length; ++i) {
            uint256 head = WalletCount.unwrap(heads[i]);
            if (head < lowest) lowest = head;
        }
        return WalletCount.wrap(lowest).walletId();
    }

    /// @dev The lower median of the lowest wallet, whose entries are passed. `values` is room for one word per report.
    function _medianOf(
        Walk memory walk,
        uint256 walletId,
        uint256[] memory values,
        SignedReport[] calldata reports,
        uint256 walletCount
    ) private pure returns (uint256) {
        uint256 length = 0;
        // Bounded by the reports, at most 32.
        for (uint256 i = 0; i < reports.length; ++i) {
            WalletCount head = walk.heads[i];
            if (head.walletId() != walletId) continue;
            Median.insert(values, length++, Median.pack(head.count(), 1));
            _advance(walk, i, walletId, reports, walletCount);
        }
        uint256 silent = reports.length - length;
        // All that are silent are one value of 0 with their number as its weight.
        if (silent != 0) Median.insert(values, length++, Median.pack(0, silent));
        return Median.lower(values, length, reports.length);
    }

    /// @dev Reads the next entry of report `i`, after the one of wallet `previous`.
    function _advance(
        Walk memory walk,
        uint256 i,
        uint256 previous,
        SignedReport[] calldata reports,
        uint256 walletCount
    ) private pure {
        uint256 next = walk.nexts[i];
        if (next == walk.ends[i]) {
            walk.heads[i] = NONE;
            return;
        }
        WalletCount head;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // The first 12 of the 32 bytes.
            head := shr(160, calldataload(next))
        }
        uint256 walletId = head.walletId();
        require(walletId != 0 && walletId <= walletCount, IWalletRewards.UnknownWallet(walletId));
        require(walletId > previous, IWalletRewards.WalletOutOfOrder(reports[i].index, walletId, previous));
        walk.heads[i] = head;
        walk.nexts[i] = next + ENTRY_BYTES;
    }
}
