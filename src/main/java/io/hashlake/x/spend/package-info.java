/** What is read from X counts against budgets of posts per day and month; a page is asked for only while there is some left. */
package io.hashlake.x.spend;
