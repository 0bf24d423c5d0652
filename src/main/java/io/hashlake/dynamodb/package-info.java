/** The sink {@code dynamodb}: one item per post in a table of DynamoDB, and the reading of these items. */
package io.hashlake.dynamodb;
