package io.hashlake.api.openapi;

import io.hashlake.api.response.Format;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Media types of a response, by the formats in which it is written. */
final class MediaTypes {

    private MediaTypes() {}

    /** Replaces the one that is found in the source by those of the formats. */
    static void expand(Content content, List<?> formats) {
        Schema written = content.getMediaTypes().values().iterator().next().getSchema();
        List.copyOf(content.getMediaTypes().keySet()).forEach(content::removeMediaType);
        for (Object id : formats) {
            Format format = Format.ofId(id.toString());
            MediaType mediaType = OASFactory.createMediaType().schema(schema(written, format));
            content.addMediaType(format.bareMediaType(), mediaType);
        }
    }

    private static Schema schema(Schema written, Format format) {
        return switch (format) {
            case JSON -> written;
            case NDJSON -> written.getItems() == null ? written : written.getItems();
            default -> OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        };
    }
}
