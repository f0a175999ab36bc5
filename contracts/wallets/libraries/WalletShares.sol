// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title WalletShares
/// @notice How both pools are shared by the counts s of the eligible wallets:
///
///     linear = ⌊pool · s / Σs⌋        certified = min(⌊pool · p / Σp⌋, ⌊30 % · pool⌋),    p = ⌊√(s³)⌋
///
/// Every quotient is rounded down, so that the sum of the shares never exceeds the pool. See docs/mathematics.md for the
/// bounds.
library WalletShares {
    /// @dev 1 in basis points.
    uint256 internal constant BPS = 10_000;

    /// @dev The most that one wallet gets of the certified pool.
    uint256 internal constant CAP_BPS = 3_000;

    /// @return p = ⌊√(s³)⌋, the weight of `count` in the certified pool, below 2^96.
    /// @dev `count` is below 2^64, so its cube is below 2^192.
    function power(uint256 count) internal pure returns (uint256) {
        return Math.sqrt(count * count * count);
    }

    /// @return The share of a wallet of the linear pool, in wei.
    /// @dev `pool` is below 2^96, `count` below 2^64. Round down.
    function linear(uint256 pool, uint256 count, uint256 countSum) internal pure returns (uint256) {
        return (pool * count) / countSum;
    }

    /// @return The share of a wallet of the certified pool, in wei; 0 for one that is not certified, whose `power_` is 0.
    /// @dev `pool` and `power_` are below 2^96. Round down, the share and the cap.
    function certified(uint256 pool, uint256 power_, uint256 powerSum) internal pure returns (uint256) {
        if (power_ == 0) return 0;
        return Math.min((pool * power_) / powerSum, (pool * CAP_BPS) / BPS);
    }
}
