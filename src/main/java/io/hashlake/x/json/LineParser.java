package io.hashlake.x.json;

import io.hashlake.x.json.draft.PageDraft;
import io.hashlake.x.json.draft.TweetDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parses one line of a file: what tools wrap is unwrapped, and so is each element of a list that is no post by itself. An
 * element of a list of posts that holds none is rejected, alone.
 */
final class LineParser {

    private static final int MAX_WRAPPERS = 4;
    private static final Found NOTHING = new Found(SearchPage.EMPTY, false);

    private final DraftParser drafts;
    private final ReadContext observation;

    LineParser(DraftParser drafts, ReadContext observation) {
        this.drafts = drafts;
        this.observation = observation;
    }

    SearchPage parse(byte[] json) throws MalformedPageException {
        return document(json, MAX_WRAPPERS, false).page;
    }

    /** @param isOfPosts whether each of its elements must be a post, if it is a list */
    private Found document(byte[] json, int wrappers, boolean isOfPosts) throws MalformedPageException {
        DocumentShape shape = drafts.shape(json);
        byte[] wrapped = wrappers > 0 ? shape.wrapped() : null;
        if (wrapped != null) {
            return document(wrapped, wrappers - 1, shape.wrapsPosts());
        }
        PageDraft draft = shape.isStatus() ? drafts.statuses(json) : drafts.line(json);
        draft.isOfPosts |= isOfPosts;
        SearchPage page = assemble(draft, json, wrappers);
        boolean isRightlyEmpty = draft.others.isEmpty() && (draft.isAnswer() || shape.isNotice());
        return new Found(page, isRightlyEmpty || !isEmpty(page));
    }

    private SearchPage assemble(PageDraft draft, byte[] json, int wrappers) {
        PageAssembler assembler = new PageAssembler(draft, json, observation);
        List<SearchPage> pages = new ArrayList<>();
        List<TweetDraft> unknown = new ArrayList<>(0);
        for (TweetDraft other : draft.others) {
            Found found = element(Arrays.copyOfRange(json, (int) other.start, (int) other.end), wrappers);
            if (!found.isKnown) {
                unknown.add(other);
            } else if (!isEmpty(found.page)) {
                pages.add(found.page);
            }
        }
        if (draft.isOfPosts || !pages.isEmpty()) {
            unknown.forEach(assembler::rejectOther);
        }
        pages.add(0, assembler.assemble());
        return pages.size() == 1 ? pages.get(0) : SearchPage.of(pages);
    }

    private Found element(byte[] json, int wrappers) {
        if (json[0] != '{' && json[0] != '[') {
            return NOTHING;
        }
        try {
            return document(json, wrappers, false);
        } catch (MalformedPageException e) {
            return NOTHING;
        }
    }

    private static boolean isEmpty(SearchPage page) {
        return page.tweets().isEmpty() && page.rejected().isEmpty();
    }

    /** @param isKnown whether it is known that nothing else is in it */
    private record Found(SearchPage page, boolean isKnown) {}
}
