// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { AccessControlEnumerableUpgradeable } from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlEnumerableUpgradeable.sol";
import { PausableUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import { LineHistory } from "../staking/libraries/LineHistory.sol";
import { Stake } from "../staking/libraries/Stake.sol";
import { WeightLedger } from "../staking/libraries/WeightLedger.sol";

/// @title StakeWeightChangedLayout
/// @notice Stands for a later implementation that exchanged the first two fields of StakeWeight's storage by mistake.
contract StakeWeightChangedLayout is AccessControlEnumerableUpgradeable, PausableUpgradeable {
    /// @custom:storage-location erc7201:wct.storage.StakeWeight
    struct StakeWeightStorage {
        mapping(address account => LineHistory) histories;
        mapping(address account => Stake) stakes;
        WeightLedger total;
        mapping(address owner => mapping(address operator => bool approved)) operators;
    }
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address) {
        _disableInitializers();
    }
}
