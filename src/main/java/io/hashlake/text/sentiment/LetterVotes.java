package io.hashlake.text.sentiment;

/**
 * Votes of each word's letters by label, cached: most posts are made of a few thousand words, and each word has about a
 * dozen n-grams all over the model. Threads that overwrite each other's entries compute them again.
 */
final class LetterVotes {

    private static final int WORDS = 1 << 13;

    private final byte[] weights;
    private final Known[] known = new Known[WORDS];

    LetterVotes(LinearModel model) {
        this.weights = model.ngramWeights();
    }

    /** Those of all words of a post. */
    Votes of(Words words) {
        Votes votes = new Votes(weights);
        for (int word = 0; word < words.count; word++) {
            if (!words.isSign(word)) {
                votes.add(of(words, word));
            }
        }
        return votes;
    }

    private Votes.Sum of(Words words, int word) {
        long hash = words.hashes[word];
        int slot = Hash.slot(hash, WORDS);
        Known latest = known[slot];
        if (latest == null || latest.word != hash) {
            Votes votes = new Votes(weights);
            Features.ofLetters(words, word, votes);
            latest = new Known(hash, votes.sum());
            known[slot] = latest;
        }
        return latest.votes;
    }

    /** @param word its hash */
    private record Known(long word, Votes.Sum votes) {}
}
