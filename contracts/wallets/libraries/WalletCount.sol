// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @notice A wallet and its count, as an entry of a report reads as a number: walletId (32 bits), count (64 bits).
type WalletCount is uint256;

using WalletCountLib for WalletCount global;

/// @return A wallet and its count in one word.
/// @dev The caller keeps `walletId` below 2^32 and `count_` below 2^64.
function packWalletCount(uint256 walletId, uint256 count_) pure returns (WalletCount) {
    return WalletCount.wrap((walletId << 64) | count_);
}

/// @title WalletCountLib
/// @notice Reads a {WalletCount}.
library WalletCountLib {
    function walletId(WalletCount self) internal pure returns (uint256) {
        return WalletCount.unwrap(self) >> 64;
    }

    function count(WalletCount self) internal pure returns (uint256) {
        return uint64(WalletCount.unwrap(self));
    }
}
