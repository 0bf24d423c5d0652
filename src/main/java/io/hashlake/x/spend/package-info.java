/** Budgets of posts per day and month for reading from X: a page is requested only while some of them is left. */
package io.hashlake.x.spend;
