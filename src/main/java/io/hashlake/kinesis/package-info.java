/**
 * Amazon Kinesis: the sink {@code kinesis}, which publishes posts to a stream, and the source that reads them from one, shard by
 * shard. A record is a post as a row of the lake. Uses {@code source}, {@code aws}, {@code core} and {@code tweet}.
 */
package io.hashlake.kinesis;
