package io.hashlake.api.openapi;

import io.hashlake.tweet.Field;
import io.hashlake.tweet.FieldType;
import io.hashlake.tweet.TweetFields;
import io.hashlake.warehouse.analytics.PostView;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Properties of posts for the fields that were added, which stand beside the others. */
final class AddedProperties {

    private AddedProperties() {}

    /** Replaces the map that holds them by themselves. */
    static void describe(Schema post) {
        post.removeProperty("added");
        for (int i = 0; i < PostView.ADDED.size(); i++) {
            post.addProperty(
                    PostView.ADDED.get(i), schema(TweetFields.ADDED.get(i).field()));
        }
    }

    private static Schema schema(Field<?, ?> field) {
        Schema schema = OASFactory.createSchema().description(field.meaning().replace("`", ""));
        if (field.type().isList()) {
            return schema.addType(SchemaType.ARRAY)
                    .items(OASFactory.createSchema().addType(SchemaType.STRING));
        }
        format(field.type(), schema);
        return schema.addType(SchemaType.NULL);
    }

    private static void format(FieldType<?> type, Schema schema) {
        if (type == FieldType.COUNT) {
            schema.addType(SchemaType.INTEGER).format("int64");
        } else if (type == FieldType.FLAG) {
            schema.addType(SchemaType.BOOLEAN);
        } else if (type == FieldType.REAL) {
            schema.addType(SchemaType.NUMBER);
        } else {
            schema.addType(SchemaType.STRING).format(type == FieldType.TIMESTAMP ? "date-time" : null);
        }
    }
}
