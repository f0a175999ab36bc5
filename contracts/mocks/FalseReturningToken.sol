// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title FalseReturningToken
/// @notice Stands for a token that returns false in place of a revert; can be switched to it, so that a position may stand
/// beforehand.
contract FalseReturningToken is ERC20 {
    bool private refuses;

    constructor(address holder, uint256 supply) ERC20("False", "FALSE") {
        _mint(holder, supply);
    }

    function setRefuses(bool refuses_) external {
        refuses = refuses_;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        return !refuses && super.transfer(to, value);
    }

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        return !refuses && super.transferFrom(from, to, value);
    }
}
