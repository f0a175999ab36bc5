// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Week } from "../../libraries/Week.sol";
import { Line } from "./Line.sol";

/// @notice One account's position as it is stored, in one word. Zero before the first stake or delegation.
///
///     bits  160–255  amount in wei; 0 means that there is no position
///           152–159  preset in weeks, kept while Unlocking
///           136–151  week at whose start the position is Unlocked; 0 while Locked
///            96–135  second of the last change
///            64–95   how many earlier states the account's history holds
///             1–63   how much of the amount is held back for a slash, in gwei
///             0      whether its votes are delegated; kept without a position, too
type Stake is uint256;

using StakeLib for Stake global;

/// @dev The most that fits into the 63 bits, in wei: 9.2 billion tokens of 18 decimals, more than eleven times 1 % of the
/// largest amount.
uint256 constant MAX_HELD = ((1 << 63) - 1) * 1 gwei;

/// @dev The caller keeps every value within its bits.
function packStake(
    uint256 amount,
    uint256 presetWeeks,
    uint256 endWeek,
    uint256 changedAt,
    uint256 changes
) pure returns (Stake) {
    return Stake.wrap((amount << 160) | (presetWeeks << 152) | (endWeek << 136) | (changedAt << 96) | (changes << 64));
}

/// @title StakeLib
/// @notice Reads a stored position.
library StakeLib {
    /// @return Whether a position stands that still has stake weight: Locked or Unlocking, not Unlocked.
    function isActive(Stake self) internal view returns (bool) {
        return amount(self) != 0 && (endWeek(self) == 0 || Week.current() < endWeek(self));
    }

    /// @return Whether the position is Locked, of at least `minAmount` wei and with a preset of at least `minPresetWeeks`.
    function isLockedFor(Stake self, uint256 minAmount, uint256 minPresetWeeks) internal pure returns (bool) {
        return endWeek(self) == 0 && amount(self) >= minAmount && presetWeeks(self) >= minPresetWeeks;
    }

    /// @return The same position, its votes delegated or not.
    function withDelegated(Stake self, bool delegated) internal pure returns (Stake) {
        return Stake.wrap(((Stake.unwrap(self) >> 1) << 1) | (delegated ? 1 : 0));
    }

    /// @return The same position with `amountHeld` wei held back, rounded down to whole gwei.
    /// @dev The caller hands in at most MAX_HELD and at most the amount.
    function withHeld(Stake self, uint256 amountHeld) internal pure returns (Stake) {
        uint256 rest = Stake.unwrap(self) & ~(uint256(type(uint64).max) - 1);
        return Stake.wrap(rest | ((amountHeld / 1 gwei) << 1));
    }

    /// @return The position as it was packed, delegated and held back as `before` is.
    function withFlagsOf(Stake self, Stake before) internal pure returns (Stake) {
        return Stake.wrap(Stake.unwrap(self) | uint64(Stake.unwrap(before)));
    }

    /// @return The position's line from `changedAt` until it changes again. An ended line stays as it was: it reads 0.
    function line(Stake self) internal pure returns (Line memory) {
        // An amount of 96 bits by weeks of 16.
        unchecked {
            return
                endWeek(self) == 0
                    ? Line({ intercept: amount(self) * presetWeeks(self), slope: 0 })
                    : Line({ intercept: amount(self) * endWeek(self), slope: amount(self) });
        }
    }

    /// @return Stake weight of a Locked position in wei, rounded down: what {line} tells at every second, without a line.
    function lockedWeight(Stake self) internal pure returns (uint256) {
        // An amount of 96 bits by weeks of 8.
        unchecked {
            return (amount(self) * presetWeeks(self)) / 209;
        }
    }

    /// @return In wei; 0 means that there is no position.
    function amount(Stake self) internal pure returns (uint256) {
        return Stake.unwrap(self) >> 160;
    }

    /// @return The preset in weeks, kept while Unlocking.
    function presetWeeks(Stake self) internal pure returns (uint256) {
        return uint8(Stake.unwrap(self) >> 152);
    }

    /// @return The week at whose start the position is Unlocked; 0 while Locked.
    function endWeek(Stake self) internal pure returns (uint256) {
        return uint16(Stake.unwrap(self) >> 136);
    }

    /// @return The second of the last change.
    function changedAt(Stake self) internal pure returns (uint256) {
        return uint40(Stake.unwrap(self) >> 96);
    }

    /// @return How many earlier states the account's history holds.
    function changes(Stake self) internal pure returns (uint256) {
        return uint32(Stake.unwrap(self) >> 64);
    }

    /// @return How much of the amount is held back for a slash, in wei.
    function held(Stake self) internal pure returns (uint256) {
        // Below 2^63 · 2^30.
        unchecked {
            return uint256(uint64(Stake.unwrap(self)) >> 1) * 1 gwei;
        }
    }

    /// @return Whether the position's votes are delegated.
    function isDelegated(Stake self) internal pure returns (bool) {
        return Stake.unwrap(self) & 1 != 0;
    }
}
