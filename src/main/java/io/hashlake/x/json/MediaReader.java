package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import io.hashlake.x.json.draft.Medium;
import io.hashlake.x.json.draft.PageDraft;
import io.hashlake.x.json.draft.TweetDraft;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;

/** Reads the media of a page, and which of them a post has attached. */
final class MediaReader {

    private static final String[] PARTS = {"media_key", "type", "url", "preview_image_url", "alt_text"};

    private final FieldOrder medium = new FieldOrder("a medium");
    private final FieldOrder attachments = new FieldOrder("attachments");

    void read(JsonParser json, PageDraft page) throws IOException, UnusableValueException {
        String[] parts = JsonValues.strings(json, medium, PARTS);
        if (parts[0] == null || parts[1] == null) {
            throw new UnusableValueException("a medium has no key or no type");
        }
        page.media.put(parts[0], new Medium(parts[0], parts[1], parts[2] == null ? parts[3] : parts[2], parts[4]));
    }

    void readAttachments(JsonParser json, TweetDraft draft) throws IOException, UnusableValueException {
        JsonValues.object(json, attachments, field -> {
            if (field.equals("media_keys")) {
                JsonValues.array(json, field, () -> draft.addMedium(JsonValues.text(json, field)));
            } else {
                json.skipChildren();
            }
        });
    }
}
