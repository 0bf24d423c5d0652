package io.hashlake.dynamodb;

/** A user and one of the periods in which the user's posts are counted. */
record UserPeriod(long userId, String period) {}
