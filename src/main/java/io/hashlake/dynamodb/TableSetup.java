package io.hashlake.dynamodb;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Creates the table where that is wanted, and checks that it is what the sink needs: with other keys, DynamoDB would refuse every
 * post as invalid.
 */
final class TableSetup {

    private static final Logger LOG = Logger.getLogger(TableSetup.class);

    private static final List<KeySchemaElement> KEYS = List.of(key(Attributes.HASH, KeyType.HASH));
    private static final List<KeySchemaElement> INDEX_KEYS =
            List.of(key(Attributes.USER_ID, KeyType.HASH), key(Attributes.CREATED_AT, KeyType.RANGE));

    private final DynamoDbTable table;
    private final DynamoDbClient client;

    TableSetup(DynamoDbTable table, DynamoDbClient client) {
        this.table = table;
        this.client = client;
    }

    /** @throws IOException if the table is missing, not ready yet, or another one than the sink needs */
    void require() throws IOException {
        try {
            TableDescription found = described();
            requireKeys("its keys", found.keySchema(), KEYS);
            requireKeys("the keys of its index " + table.config().userIndex(), indexKeys(found), INDEX_KEYS);
            if (!isReady(found)) {
                throw new IOException(table + " is " + found.tableStatusAsString() + ": waiting until it is ready");
            }
        } catch (SdkException e) {
            throw table.failure(e);
        }
    }

    private TableDescription described() {
        try {
            return describe();
        } catch (ResourceNotFoundException e) {
            if (!table.config().createTable()) {
                throw e;
            }
            create();
            return describe();
        }
    }

    private TableDescription describe() {
        return client.describeTable(request -> request.tableName(table.name())).table();
    }

    /** Another process may create it at the same time. */
    private void create() {
        try {
            client.createTable(definition());
            LOG.infof("Created %s", table);
        } catch (ResourceInUseException e) {
            LOG.debugf("%s has been created meanwhile", table);
        }
    }

    private CreateTableRequest definition() {
        List<AttributeDefinition> attributes = Stream.of(Attributes.HASH, Attributes.USER_ID, Attributes.CREATED_AT)
                .map(name -> AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .toList();
        return CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes)
                .keySchema(KEYS)
                .globalSecondaryIndexes(index -> index.indexName(table.config().userIndex())
                        .keySchema(INDEX_KEYS)
                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY)))
                .build();
    }

    private List<KeySchemaElement> indexKeys(TableDescription found) {
        return found.globalSecondaryIndexes().stream()
                .filter(index -> index.indexName().equals(table.config().userIndex()))
                .flatMap(index -> index.keySchema().stream())
                .toList();
    }

    private void requireKeys(String what, List<KeySchemaElement> found, List<KeySchemaElement> needed)
            throws IOException {
        if (!found.equals(needed)) {
            throw new IOException(table + " is not a table of this sink: " + what + " must be " + names(needed)
                    + " but are " + names(found));
        }
    }

    /** A table or index that is changed can be used meanwhile; one that is created cannot. */
    private boolean isReady(TableDescription found) {
        Stream<String> statuses = Stream.concat(
                Stream.of(found.tableStatusAsString()),
                found.globalSecondaryIndexes().stream()
                        .filter(index -> index.indexName().equals(table.config().userIndex()))
                        .map(index -> index.indexStatusAsString()));
        return statuses.allMatch(status -> status.equals("ACTIVE") || status.equals("UPDATING"));
    }

    private static String names(List<KeySchemaElement> keys) {
        return keys.isEmpty()
                ? "none"
                : keys.stream().map(KeySchemaElement::attributeName).collect(Collectors.joining(" and "));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
