// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { StakeWeight } from "../staking/StakeWeight.sol";

/// @title StakeWeightUnsafe
/// @notice Stands for a later implementation with the same storage that runs foreign code in it, and has no initializer.
contract StakeWeightUnsafe is StakeWeight {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IERC20 token_) StakeWeight(token_) {}

    function run(address code) external {
        // solhint-disable-next-line avoid-low-level-calls
        (bool succeeded, ) = code.delegatecall("");
        require(succeeded, ZeroAmount());
    }
}
