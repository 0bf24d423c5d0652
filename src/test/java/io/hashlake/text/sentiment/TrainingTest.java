package io.hashlake.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hashlake.text.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final WordReader READER = new WordReader(LexiconReader.read("en"));

    @Test
    void learnsWhatDistinguishesTheLabels() {
        LanguageScorer scorer = new LanguageScorer(LexiconReader.read("en"), Training.model("en", samples()));
        assertThat(scorer.score(Tokens.of("zorgle")).polarity()).isPositive();
        assertThat(scorer.score(Tokens.of("quandrix")).polarity()).isNegative();
    }

    @Test
    void makesTheSameBytesOfTheSamePosts() throws IOException {
        assertThat(ModelFile.bytes(Training.model("en", samples())))
                .isEqualTo(ModelFile.bytes(Training.model("en", samples())));
    }

    /** Fails after a change of word lists, rules or features until the models are trained again. */
    @Test
    void makesTheModelThatIsAmongTheResources() throws IOException {
        assumeThat(Umsab.isThere())
                .as("the labelled posts lie in ../shared/text/umsab")
                .isTrue();
        List<Sample> samples = Umsab.LANGUAGES.stream()
                .flatMap(language -> Umsab.samples(language, "train").stream())
                .toList();
        assertThat(ModelFile.bytes(Training.model("pt", samples))).isEqualTo(ClassPathFile.bytes("sentiment/pt.model"));
    }

    @Test
    void findsTheMinimumOfAQuadraticFunction() {
        double[] minimum = Lbfgs.minimum(
                (point, gradient) -> {
                    gradient[0] = 2 * (point[0] - 3);
                    gradient[1] = 20 * (point[1] + 1);
                    return Math.pow(point[0] - 3, 2) + 10 * Math.pow(point[1] + 1, 2) + 1;
                },
                2,
                100);
        assertThat(minimum[0]).isEqualTo(3, within(0.01));
        assertThat(minimum[1]).isEqualTo(-1, within(0.01));
    }

    private static List<Sample> samples() {
        return Stream.of(
                        new Umsab.Post("what a zorgle evening", 2),
                        new Umsab.Post("this zorgle thing", 2),
                        new Umsab.Post("a quandrix again", 0),
                        new Umsab.Post("my quandrix neighbour", 0),
                        new Umsab.Post("the table stands there", 1))
                .flatMap(post -> Stream.generate(() -> post).limit(20))
                .map(post -> Sample.of("en", post, READER))
                .toList();
    }
}
