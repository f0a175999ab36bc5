// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { Median } from "../../libraries/Median.sol";
import { SortedWords } from "../../libraries/SortedWords.sol";
import { SignedReport } from "../../nodes/interfaces/IPerformanceOracle.sol";
import { IWalletRewards } from "../interfaces/IWalletRewards.sol";
import { packWalletCount, WalletCount } from "./WalletCount.sol";

/// @notice How far a report is read: its next entry as walletId (32 bits) and count (64), and where in the call's data the one
/// after it begins (32) and the report ends (32). It sorts by the wallet. What is in a call's data lies far below 2^32: every
/// byte of it costs gas.
type Cursor is uint256;

/// @title WalletReports
/// @notice Walks several reports at once, in the order of the wallets, and takes the median of each wallet that one of them
/// names. A wallet that a report does not name has the count 0 there, so those that nobody names cost nothing.
library WalletReports {
    /// @dev An entry of a report: walletId (4), count (8).
    uint256 private constant ENTRY_BYTES = 12;

    /// @dev A report that is read to its end stands behind every wallet.
    Cursor private constant AT_END = Cursor.wrap(type(uint256).max);
    uint256 private constant NO_WALLET = type(uint128).max;

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
        (Cursor[] memory cursors, uint256 walletId, uint256 entries) = _begin(reports, walletCount);
        // A lower median above 0 needs an entry in more than half of the reports.
        found = new WalletCount[](entries / (reports.length / 2 + 1));
        uint256[] memory values = new uint256[](reports.length);
        uint256 length = 0;
        while (walletId != NO_WALLET) {
            (uint256 median, uint256 nextId) = _pass(cursors, walletId, values);
            if (median > threshold) found[length++] = packWalletCount(walletId, median);
            walletId = nextId;
        }
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // Shorter than it was made, by what was not found.
            mstore(found, length)
        }
    }

    /// @return cursors All reports at their first entries, after they were checked.
    /// @return lowest The lowest wallet among these.
    /// @return entries How many there are in all reports.
    function _begin(
        SignedReport[] calldata reports,
        uint256 walletCount
    ) private pure returns (Cursor[] memory cursors, uint256 lowest, uint256 entries) {
        cursors = new Cursor[](reports.length);
        lowest = NO_WALLET;
        for (uint256 i = 0; i < reports.length; ++i) {
            bytes calldata data = reports[i].data;
            (uint256 begin, uint256 end) = _check(reports[i].index, data, walletCount);
            cursors[i] = _read(begin, end);
            lowest = Math.min(lowest, _walletOf(cursors[i]));
            entries += data.length / ENTRY_BYTES;
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
        for (uint256 place = begin; place < end;) {
            uint256 walletId;
            // solhint-disable-next-line no-inline-assembly
            assembly ("memory-safe") {
                // The first 4 of the 32 bytes.
                walletId := shr(224, calldataload(place))
                // Not beyond `end`, which lies within the call's data.
                place := add(place, ENTRY_BYTES)
            }
            require(walletId != 0 && walletId <= walletCount, IWalletRewards.UnknownWallet(walletId));
            require(walletId > previous, IWalletRewards.WalletOutOfOrder(index, walletId, previous));
            previous = walletId;
        }
    }

    /// @dev Passes the entries of `walletId`, the lowest among the cursors. `values` is room for one word per report.
    /// @return median Its lower median.
    /// @return lowest The lowest wallet among the cursors then.
    function _pass(
        Cursor[] memory cursors,
        uint256 walletId,
        uint256[] memory values
    ) private pure returns (uint256 median, uint256 lowest) {
        uint256 count = cursors.length;
        uint256 length = 0;
        lowest = NO_WALLET;
        // Bounded by the reports, at most 32; `length` is never more than the rounds.
        for (uint256 i = 0; i < count; ++i) {
            Cursor cursor = cursors[i];
            uint256 nextId = _walletOf(cursor);
            if (nextId == walletId) {
                SortedWords.insert(values, length++, Median.pack(uint64(Cursor.unwrap(cursor) >> 64), 1));
                cursor = _read(uint32(Cursor.unwrap(cursor) >> 32), uint32(Cursor.unwrap(cursor)));
                cursors[i] = cursor;
                nextId = _walletOf(cursor);
            }
            if (nextId < lowest) lowest = nextId;
        }
        uint256 silent = count - length;
        // All that are silent are one value of 0 with their number as its weight.
        if (silent != 0) SortedWords.insert(values, length++, Median.pack(0, silent));
        median = Median.lower(values, length, count);
    }

    /// @dev The cursor at the entry that begins at `place` of a report that ends at `end`.
    function _read(uint256 place, uint256 end) private pure returns (Cursor cursor) {
        if (place == end) return AT_END;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // The first 12 of the 32 bytes, and both places.
            cursor := or(shl(64, shr(160, calldataload(place))), or(shl(32, add(place, ENTRY_BYTES)), end))
        }
    }

    /// @dev The wallet of the entry; {NO_WALLET} at the end.
    function _walletOf(Cursor cursor) private pure returns (uint256) {
        return Cursor.unwrap(cursor) >> 128;
    }
}
