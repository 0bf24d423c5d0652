package io.hashlake.text.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains the models and puts them among the resources; run it as docs/sentiment.md says. */
public final class SentimentTraining {

    private static final Path RESOURCES = Path.of("src/main/resources/sentiment");

    private SentimentTraining() {}

    public static void main(String[] arguments) throws IOException {
        List<Sample> samples = Umsab.LANGUAGES.stream()
                .flatMap(language -> Umsab.samples(language, "train").stream())
                .toList();
        for (String language : Umsab.LANGUAGES) {
            Path file = RESOURCES.resolve(language + ".model");
            byte[] model = ModelFile.bytes(Training.model(language, samples));
            Files.write(file, model);
            System.out.printf("%s: %,d bytes%n", file, model.length);
        }
    }
}
