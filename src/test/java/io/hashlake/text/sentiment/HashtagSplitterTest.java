package io.hashlake.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashtagSplitterTest {

    private final WordReader english = new WordReader(LexiconReader.read("en"));

    @ParameterizedTest
    @CsvSource({
        "#TheVoice, the voice",
        "#TheVoice_BR2, the voice br 2",
        "#BBCNews, bbc news",
        "#ilovethisgame, i love this game",
        "#bestdayever, best day ever",
        "#xqzwv, xqzwv",
        "#HAPPY, happy",
        "#___a, a"
    })
    void findsTheWordsOfAHashtag(String hashtag, String words) {
        assertThat(words(hashtag)).isEqualTo(words);
    }

    private String words(String text) {
        Words words = english.read(Tokens.of(text));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.count; i++) {
            found.add(new String(words.letters, words.starts[i], words.starts[i + 1] - words.starts[i]));
        }
        return String.join(" ", found);
    }
}
