// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { AccessControlEnumerableUpgradeable } from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlEnumerableUpgradeable.sol";
import { PausableUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";

/// @title RewardDistributorChangedLayout
/// @notice Stands for a later implementation that widened a field of RewardDistributor's storage by mistake.
contract RewardDistributorChangedLayout is AccessControlEnumerableUpgradeable, PausableUpgradeable {
    struct Period {
        uint16 lastPaidWeek;
        uint240 rewardOrSum;
        uint256 weekSum;
    }

    struct Account {
        address recipient;
        uint16 unclaimedWeek;
    }

    /// @custom:storage-location erc7201:wct.storage.RewardDistributor
    struct RewardDistributorStorage {
        uint32 openWeek;
        uint120 funded;
        uint120 paid;
        mapping(uint256 week => Period) periods;
        mapping(address account => Account) accounts;
    }
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address) {
        _disableInitializers();
    }
}
