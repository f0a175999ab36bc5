// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @dev The latest end of a position, in weeks after the running one: that of a legacy lock of 105 weeks − 1 second. A preset
/// reaches 104; a ledger has room for 128.
uint256 constant MAX_END_WEEKS_AHEAD = 105;

/// @notice What a {WeightLedger} writes with every change, in one word.
///
///     bits  128–255  ending weeks: bit i is set if something ends i + 1 weeks after the week of the last checkpoint, so that
///                    weeks in which nothing ends cost nothing. No end lies more than 105 weeks ahead
///            32–127  Σ amounts of the positions, Unlocked ones included, in wei
///             0–31   number of checkpoints; the last one is the present line
type LedgerHead is uint256;

using LedgerHeadLib for LedgerHead global;

/// @dev The caller keeps every value within its bits.
function packLedgerHead(uint256 length, uint256 staked, uint256 endingWeeks) pure returns (LedgerHead) {
    return LedgerHead.wrap((endingWeeks << 128) | (staked << 32) | length);
}

/// @title LedgerHeadLib
/// @notice Reads a ledger's head.
library LedgerHeadLib {
    /// @return The number of checkpoints.
    function length(LedgerHead self) internal pure returns (uint256) {
        return uint32(LedgerHead.unwrap(self));
    }

    /// @return Σ amounts, in wei.
    function staked(LedgerHead self) internal pure returns (uint256) {
        return uint96(LedgerHead.unwrap(self) >> 32);
    }

    /// @return The weeks after that of the last checkpoint in which something ends, one bit each.
    function endingWeeks(LedgerHead self) internal pure returns (uint256) {
        return LedgerHead.unwrap(self) >> 128;
    }
}
