// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @notice A legacy lock.
/// @param amount In wei; 0 means that there is no lock.
/// @param end When it ends, unix seconds; 0 if it is perpetual.
/// @param transferredAmount What of the amount was ever transferred in; the rest is held by a vesting contract.
struct LockedBalance {
    int128 amount;
    uint256 end;
    uint256 transferredAmount;
}

/// @notice Weight at `timestamp` and its decline per second, as the legacy system recorded them.
struct Point {
    int128 bias;
    int128 slope;
    uint256 timestamp;
    uint256 blockNumber;
}

/// @notice All state of the legacy StakeWeight, both generations: the first ends with `slopeChanges`.
struct LegacyState {
    address config;
    uint256 supply;
    uint256 maxLock;
    mapping(address account => LockedBalance) locks;
    uint256 epoch;
    Point[] pointHistory;
    mapping(address account => Point[]) userPointHistory;
    mapping(address account => uint256) userPointEpoch;
    mapping(uint256 timestamp => int128) slopeChanges;
    mapping(address account => bool) isPermanent;
    mapping(address account => uint256) permanentBaseWeeks;
    mapping(address account => uint256) permanentStakeWeight;
    uint256 permanentTotalSupply;
    mapping(uint256 epoch => uint256) globalPermanentSupplyAtEpoch;
    mapping(address account => mapping(uint256 epoch => uint256)) userPermanentWeightAtEpoch;
}

/// @title LegacyStorage
/// @notice Where the legacy StakeWeight keeps its state.
library LegacyStorage {
    /// @dev keccak256("com.walletconnect.stakeweight.storage"), older than ERC-7201's formula.
    bytes32 private constant LOCATION = keccak256("com.walletconnect.stakeweight.storage");

    function load() internal pure returns (LegacyState storage $) {
        bytes32 location = LOCATION;
        // solhint-disable-next-line no-inline-assembly
        assembly {
            $.slot := location
        }
    }
}
