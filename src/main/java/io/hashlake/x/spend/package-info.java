/** Prices and budgets of what is read from X: a page is requested only while some of the budget is left. */
package io.hashlake.x.spend;
