// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { Week } from "../../libraries/Week.sol";
import { LedgerHead, packLedgerHead } from "./LedgerHead.sol";
import { Line } from "./Line.sol";
import { LineHistory } from "./LineHistory.sol";
import { Stake } from "./Stake.sol";

/// @notice The weight of any number of positions as one line with its history.
/// @dev Positions that reach their end are taken off when the line is next read or written, by the amount kept for that
/// week, so idle time needs no upkeep. `staked` bounds every other number: the line's slope never exceeds it, nor the
/// intercept `staked · 2^16`.
struct WeightLedger {
    LedgerHead head;
    LineHistory history;
    /// Σ amounts of the Unlocking positions that end at the start of a week, in wei. Final once the week has begun.
    mapping(uint256 week => uint256 amount) endings;
}

using WeightLedgerLib for WeightLedger global;

/// @title WeightLedgerLib
/// @notice Keeps a {WeightLedger} exact: no slope is truncated and nothing drifts, however long nobody calls.
library WeightLedgerLib {
    /// @notice Replaces one position's share: `before` goes, `afterwards` comes. An empty {Stake} stands for none, an
    /// Unlocked one has no share in the line but is part of `staked`.
    /// @dev `before` must be what was last handed in for that position. Σ amounts must stay below 2^96. A change within
    /// the second of the last checkpoint overwrites it.
    function replace(WeightLedger storage self, Stake before, Stake afterwards) internal {
        bool leaves = before.isActive();
        bool enters = afterwards.isActive();
        LedgerHead head = self.head;
        uint256 length = head.length();
        uint256 endingWeeks = head.endingWeeks();
        // Taking from an Unlocked position leaves the line alone: its share ended by itself.
        if (leaves || enters) {
            uint256 week = Week.current();
            (uint256 timestamp, Line memory line) = _lineUntil(self, head, length, week);
            endingWeeks >>= week - Week.at(timestamp);
            if (leaves) {
                line.subtract(before.line());
                if (before.endWeek() != 0) {
                    uint256 left = self.endings[before.endWeek()] - before.amount();
                    self.endings[before.endWeek()] = left;
                    if (left == 0) endingWeeks &= ~_endingBit(before.endWeek(), week);
                }
            }
            if (enters) {
                line.add(afterwards.line());
                if (afterwards.endWeek() != 0) {
                    self.endings[afterwards.endWeek()] += afterwards.amount();
                    endingWeeks |= _endingBit(afterwards.endWeek(), week);
                }
            }
            if (timestamp != block.timestamp) ++length;
            self.history.set(length - 1, block.timestamp, line);
        }
        // At one change a second, 2^32 take 136 years; the caller bounds the sum.
        uint256 staked = head.staked() + afterwards.amount() - before.amount();
        self.head = packLedgerHead(length, staked, endingWeeks);
    }

    /// @return line The line as it stood at the end of second `timestamp`; for a later time, as it will stand if nothing
    /// changes.
    function lineAt(WeightLedger storage self, uint256 timestamp) internal view returns (Line memory line) {
        LedgerHead head = self.head;
        uint256 count = self.history.countUntil(head.length(), timestamp);
        (, line) = _lineUntil(self, head, count, Week.at(timestamp));
    }

    /// @notice The values at the starts of `count` weeks from `firstWeek` on, each of the positions that stood strictly
    /// before that second.
    /// @return tokenWeeks In wei · weeks, exact.
    /// @dev One pass over the weeks, with a search only where something changed.
    function tokenWeeksBefore(
        WeightLedger storage self,
        uint256 firstWeek,
        uint256 count
    ) internal view returns (uint256[] memory tokenWeeks) {
        tokenWeeks = new uint256[](count);
        LedgerHead head = self.head;
        uint256 length = head.length();
        uint256 standing;
        Line memory line;
        for (uint256 i = 0; i < count; ++i) {
            uint256 week = firstWeek + i;
            uint256 weekStart = Week.start(week);
            if (i == 0 || (standing < length && self.history.checkpoints[standing].timestamp() < weekStart)) {
                // Strictly before; at second 0 nothing stood.
                standing = self.history.countUntil(length, Math.saturatingSub(weekStart, 1));
                (, line) = _lineUntil(self, head, standing, week);
            } else {
                _dropEndedAt(self, line, week);
            }
            tokenWeeks[i] = line.tokenWeeksAt(week);
        }
    }

    /// @dev The line of the last of the first `count` checkpoints, and its second, without what ended by the start of `toWeek`.
    function _lineUntil(
        WeightLedger storage self,
        LedgerHead head,
        uint256 count,
        uint256 toWeek
    ) private view returns (uint256 timestamp, Line memory line) {
        if (count == 0) return (0, line);
        (timestamp, line) = self.history.at(count - 1);
        uint256 week = Week.at(timestamp);
        if (count == head.length()) {
            // The newest: only the weeks up to `toWeek` in which something ends, at most 105.
            uint256 ended = head.endingWeeks() & ~(type(uint256).max << (toWeek - week));
            for (; ended != 0; ended &= ended - 1) {
                _dropEndedAt(self, line, week + 1 + Math.log2(ended & (~ended + 1)));
            }
        } else {
            // An older one: up to the next change. All that decays ends within 105 weeks, so that bounds the rounds.
            while (++week <= toWeek && line.slope != 0) _dropEndedAt(self, line, week);
        }
    }

    /// @dev Takes off what ended at the start of `week`.
    function _dropEndedAt(WeightLedger storage self, Line memory line, uint256 week) private view {
        uint256 ended = self.endings[week];
        line.intercept -= ended * week;
        line.slope -= ended;
    }

    /// @dev The bit of `endWeek` in `endingWeeks` as seen from `week`. endWeek − week lies in 1..105.
    function _endingBit(uint256 endWeek, uint256 week) private pure returns (uint256) {
        return 1 << (endWeek - week - 1);
    }
}
