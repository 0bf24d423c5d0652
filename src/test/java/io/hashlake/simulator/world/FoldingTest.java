package io.hashlake.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.simulator.TestSimulator;
import io.hashlake.tweet.Hashtag;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private static final List<String> HASHTAGS = TestSimulator.world().hashtags();

    @Property
    void agreesWithTheContractOnWhichHashtagsMatch(
            @ForAll @From("tags") String one, @ForAll @From("tags") String other) {
        assertThat(Folding.SEARCH.fold(one).equals(Folding.SEARCH.fold(other)))
                .isEqualTo(Hashtag.of(one).matches(Hashtag.of(other)));
    }

    @Test
    void separatesWordsAtWhatIsNeitherLetterNorDigit() {
        assertThat(Folding.SEARCH.words("Não, #SÃO_João: cafe\u0301🔥2 𝓵𝓸𝓿𝓮"))
                .isEqualTo(" nao sao_joao cafe 2 love ");
    }

    @Provide
    Arbitrary<String> tags() {
        Stream<String> marked = Stream.of("ハハ", "パパ", "мой", "мои", "กิน", "กัน", "kadın", "kadin", "αθηνα", "हनद");
        return Arbitraries.of(Stream.concat(HASHTAGS.stream(), marked).toList())
                .flatMap(tag -> Arbitraries.of(tag, tag.toUpperCase(), tag.toLowerCase()));
    }
}
