package io.hashlake.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashtagTest {

    @ParameterizedTest
    @CsvSource({
        "COVID19,covid19",
        "#COVID19,covid19",
        "＃ＡＩ,ai",
        "SAÚDE,saúde",
        "Straße,strasse",
        "STRAẞE,strasse",
        "ΟΔΟΣ,οδοσ",
        "Kadın,kadın",
        "KADIN,kadin",
        "ıſß,ısss",
        "東京,東京",
        "ｶﾞ,ガ"
    })
    void spellingsOfOneHashtagHaveOneCanonicalForm(String written, String canonical) {
        assertThat(Hashtag.of(written).canonical()).isEqualTo(canonical);
    }

    @Test
    void accentsAreKeptButDoNotCountForSearch() {
        assertThat(Hashtag.of("saúde").canonical())
                .isNotEqualTo(Hashtag.of("saude").canonical());
        assertThat(Hashtag.of("saúde").matches(Hashtag.of("SAUDE"))).isTrue();
        assertThat(Hashtag.of("saude").matches(Hashtag.of("sauda"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Αθήνα,ΑΘΗΝΑ", "Việt,viet", "İstanbul,istanbul", "Pokémon,POKEMON", "ﾊﾟﾊﾟ,パパ", "ﾜﾝﾋﾟｰｽ,ワンピース"})
    void searchTakesForTheSame(String one, String other) {
        assertThat(Hashtag.of(one).matches(Hashtag.of(other))).isTrue();
    }

    /** Voiced kana, Cyrillic letters of their own, vowel signs, tones, nuktas and points; and the two Turkish letters i. */
    @ParameterizedTest
    @CsvSource({
        "ハハ,パパ", "ばか,はか", "мой,мои", "ёлка,елка", "Україна,Украіна", "हिन्दी,हनद", "ज़मीन,जमीन", "กิน,กัน",
        "ไม่,ไม", "বাংলা,বল", "தமிழ்,தமழ", "עִבְרִית,עברית", "كتابٌ,كتاب", "مدرسة,مدرسه", "한국,한구", "မြန်မာ,မနမ",
        "kadın,kadin"
    })
    void searchTellsApart(String one, String other) {
        assertThat(Hashtag.of(one).matches(Hashtag.of(other))).isFalse();
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> Hashtag.of("#")).hasMessageContaining("at least one character");
        assertThatThrownBy(() -> Hashtag.of("a".repeat(201))).hasMessageContaining("longer than the 200");
    }

    @Test
    void theCanonicalFormOfEveryCharacterIsItsOwn() {
        for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
                String canonical = Hashtag.of("x" + Character.toString(c)).canonical();
                assertThat(Hashtag.of(canonical).canonical()).isEqualTo(canonical);
            }
        }
    }

    @Property
    void theCanonicalFormIsItsOwn(@ForAll @StringLength(min = 1, max = 40) String written) {
        String canonical;
        try {
            canonical = Hashtag.of("x" + written).canonical();
        } catch (IllegalArgumentException tooLong) {
            return;
        }
        assertThat(Hashtag.of(canonical).canonical()).isEqualTo(canonical);
    }
}
