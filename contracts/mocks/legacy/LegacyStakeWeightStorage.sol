// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @dev The plain hash of the name, as the legacy contract has it.
bytes32 constant LEGACY_STORAGE_LOCATION = keccak256("com.walletconnect.stakeweight.storage");

/// @notice Weight at a time: an account's, or the total of all that decay.
struct Point {
    /// In wei, at `timestamp`.
    int128 bias;
    /// Wei per second by which it falls.
    int128 slope;
    uint256 timestamp;
    uint256 blockNumber;
}

struct LockedBalance {
    int128 amount;
    /// Unix seconds, a Thursday 00:00 UTC; 0 if perpetual.
    uint256 end;
    /// The part of `amount` that the legacy contract holds itself.
    uint256 transferredAmount;
}

/// @notice Stands for the storage of the legacy contract in both its generations.
struct LegacyStakeWeightStorage {
    address config;
    uint256 supply;
    uint256 maxLock;
    mapping(address account => LockedBalance) locks;
    uint256 epoch;
    Point[] pointHistory;
    mapping(address account => Point[]) userPointHistory;
    mapping(address account => uint256) userPointEpoch;
    mapping(uint256 weekStart => int128) slopeChanges;
    // From here on: the later generation only.
    mapping(address account => bool) isPermanent;
    mapping(address account => uint256) permanentBaseWeeks;
    mapping(address account => uint256) permanentStakeWeight;
    uint256 permanentTotalSupply;
    mapping(uint256 epoch => uint256) globalPermanentSupplyAtEpoch;
    mapping(address account => mapping(uint256 userEpoch => uint256)) userPermanentWeightAtEpoch;
}

function legacyStorage() pure returns (LegacyStakeWeightStorage storage $) {
    bytes32 location = LEGACY_STORAGE_LOCATION;
    // solhint-disable-next-line no-inline-assembly
    assembly ("memory-safe") {
        $.slot := location
    }
}
