package io.hashlake.bus;

import static java.util.Map.entry;

import io.hashlake.tweet.Field;
import io.hashlake.tweet.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Extends a schema by fields of a post. A reader that lacks a field gets null or an empty list for it, as Avro resolves schemas. */
final class AddedSchema {

    private static final Schema NULL = Schema.create(Schema.Type.NULL);
    private static final Schema LONG = Schema.create(Schema.Type.LONG);
    private static final Schema STRING = Schema.create(Schema.Type.STRING);

    /** Types of values, and of elements where the field is a list. */
    private static final Map<FieldType<?>, Schema> TYPES = Map.ofEntries(
            entry(FieldType.ID, LONG),
            entry(FieldType.COUNT, LONG),
            entry(FieldType.FLAG, Schema.create(Schema.Type.BOOLEAN)),
            entry(FieldType.REAL, Schema.create(Schema.Type.DOUBLE)),
            entry(FieldType.TIMESTAMP, LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG))),
            entry(FieldType.TEXT, STRING),
            entry(FieldType.TERM, STRING),
            entry(FieldType.LONG_TEXT, STRING),
            entry(FieldType.IDS, LONG),
            entry(FieldType.TEXTS, STRING),
            entry(FieldType.TERMS, STRING));

    private AddedSchema() {}

    /** The schema with this field after all others. */
    static Schema append(Schema schema, Field<?, ?> added) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(field(added));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static Schema.Field field(Field<?, ?> added) {
        Schema type = TYPES.get(added.type());
        return added.type().isList()
                ? new Schema.Field(added.name(), Schema.createArray(type), added.meaning(), List.of())
                : new Schema.Field(
                        added.name(), Schema.createUnion(NULL, type), added.meaning(), Schema.Field.NULL_DEFAULT_VALUE);
    }
}
