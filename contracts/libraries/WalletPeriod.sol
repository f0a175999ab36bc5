// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title WalletPeriod
/// @notice Wallets are paid by periods of four weeks, counted from the Unix epoch, which was a Thursday: period p is the time
/// [p · 4 weeks, (p + 1) · 4 weeks).
library WalletPeriod {
    /// @return The running period.
    function current() internal view returns (uint256) {
        return at(block.timestamp);
    }

    /// @return The period that `timestamp` lies in.
    function at(uint256 timestamp) internal pure returns (uint256) {
        return timestamp / 4 weeks;
    }

    /// @return The first second of `period`: a Thursday, 00:00 UTC.
    function start(uint256 period) internal pure returns (uint256) {
        return period * 4 weeks;
    }

    /// @return The first second after `period`, which belongs to the next one.
    function end(uint256 period) internal pure returns (uint256) {
        return start(period + 1);
    }
}
