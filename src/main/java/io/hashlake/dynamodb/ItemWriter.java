package io.hashlake.dynamodb;

import io.hashlake.aws.AwsFailure;
import io.hashlake.dynamodb.PutResult.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Puts one item at a time, as DynamoDB's batches know no conditions; a batch would cost the same. */
final class ItemWriter {

    /** An item is replaced by a newer observation alone. */
    private static final String IS_NEWER =
            "attribute_not_exists(" + Attributes.OBSERVED_AT + ") OR " + Attributes.OBSERVED_AT + " < :observed";

    private static final int SERVER_ERROR = 500;

    private final DynamoDbTable table;
    private final DynamoDbClient client;
    private final Clock clock;

    ItemWriter(DynamoDbTable table, DynamoDbClient client, Clock clock) {
        this.table = table;
        this.client = client;
        this.clock = clock;
    }

    /** @throws IOException if the failure is not one of this item alone */
    PutResult put(PendingItem item, UserPosts.Counts counts) throws IOException {
        try {
            boolean isNew = client.putItem(request(item, counts.of(item.owner())))
                    .attributes()
                    .isEmpty();
            return new PutResult(item, isNew ? Outcome.CREATED : Outcome.REPLACED);
        } catch (ConditionalCheckFailedException e) {
            return new PutResult(item, Outcome.KNOWN);
        } catch (DynamoDbException e) {
            return notTaken(item, e);
        } catch (SdkException e) {
            throw table.failure(e);
        }
    }

    private PutResult notTaken(PendingItem item, DynamoDbException e) throws IOException {
        String reason = DynamoDbTable.reason(e);
        if (AwsFailure.code(e).equals("ValidationException")) {
            return new PutResult(item, Outcome.REFUSED, reason);
        }
        if (e.isThrottlingException() || e.statusCode() >= SERVER_ERROR) {
            return new PutResult(item, Outcome.WAITING, reason);
        }
        throw table.failure(e);
    }

    private PutItemRequest request(PendingItem item, long userPosts) {
        return PutItemRequest.builder()
                .tableName(table.name())
                .item(item.item(clock.instant(), userPosts))
                .conditionExpression(IS_NEWER)
                .expressionAttributeValues(Map.of(
                        ":observed", Attributes.text(ItemTimes.text(item.tweet().observedAt()))))
                .returnValues(ReturnValue.ALL_OLD)
                .build();
    }
}
