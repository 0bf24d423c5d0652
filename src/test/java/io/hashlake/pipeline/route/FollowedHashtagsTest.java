package io.hashlake.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.tweet.Hashtag;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowedHashtagsTest {

    @Test
    void areThoseOfTemplatesAndQueriesWhateverTheTemplate() {
        String yaml = """
                - templatedRoute:
                    routeId: a
                    routeTemplateRef: anything
                    parameters:
                      - name: hashtag
                        value: Saúde
                      - name: delay
                        value: 5s
                - templatedRoute:
                    routeId: b
                    routeTemplateRef: other
                    parameters:
                      - name: hashtag
                        value: "{{somewhere.else}}"
                - route:
                    id: c
                    description: d
                    from:
                      uri: x:search/elections
                      parameters:
                        query: "(#eleicoes OR #saúde) lang:pt"
                      steps: []
                - route:
                    id: e
                    description: f
                    from:
                      uri: "x:search/flu?query=%23flu&delay=5s"
                      steps: []
                - route:
                    id: g
                    description: h
                    from:
                      uri: direct:g
                      steps: []
                """;

        assertThat(FollowedHashtags.in(List.of(new RouteFile("a.yaml", "a.yaml", yaml))))
                .extracting(Hashtag::canonical)
                .containsExactly("saúde", "eleicoes", "flu");
    }

    @Test
    void findsThoseOfTheBuiltInFile() throws Exception {
        assertThat(FollowedHashtags.in(RouteFiles.in(Path.of("no-routes"), Deployment.alone())))
                .extracting(Hashtag::text)
                .containsExactly("covid19", "climate", "saúde");
    }
}
