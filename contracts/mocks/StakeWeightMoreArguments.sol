// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { StakeWeight } from "../staking/StakeWeight.sol";

/// @title StakeWeightMoreArguments
/// @notice Stands for a later implementation with the same storage and another immutable.
/// @custom:oz-upgrades-unsafe-allow missing-initializer
contract StakeWeightMoreArguments is StakeWeight {
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    uint256 public immutable LIMIT;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IERC20 token_, uint256 limit) StakeWeight(token_) {
        LIMIT = limit;
    }
}
