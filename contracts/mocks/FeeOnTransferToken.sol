// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title FeeOnTransferToken
/// @notice Stands for a token that burns 1 wei of every transfer.
contract FeeOnTransferToken is ERC20 {
    uint256 private constant FEE = 1;

    constructor(address holder, uint256 supply) ERC20("Fee", "FEE") {
        _mint(holder, supply);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from != address(0) && to != address(0) && value >= FEE) super._update(to, address(0), FEE);
    }
}
