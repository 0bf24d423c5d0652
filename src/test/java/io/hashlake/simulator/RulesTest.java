package io.hashlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import io.hashlake.tweet.FakeClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServerTest
class RulesTest {

    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(TestSimulator.settings(), new FakeClock(Caller.START), 0);
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        caller.json(Caller.RULES)
                .path("data")
                .forEach(rule -> values.add(rule.get("value").asText()));
        return values;
    }

    private static JsonNode summary(HttpResponse<byte[]> response) {
        return Caller.json(response).at("/meta/summary");
    }

    private static String json(String summary) {
        return summary.replace('\'', '"');
    }

    @Test
    void areNoneAtFirst() {
        JsonNode rules = caller.json(Caller.RULES);

        assertThat(rules.has("data")).isFalse();
        assertThat(rules.at("/meta/result_count").asInt()).isZero();
        assertThat(rules.at("/meta/sent").asText()).isEqualTo("2026-11-22T10:17:31.250Z");
    }

    @Test
    void areListedAsTheyWereAdded() {
        HttpResponse<byte[]> added = caller.addRules("lake:saude=#saude lang:pt", "lake:clima=#clima");

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(summary(added)).hasToString(json("{'created':2,'not_created':0,'valid':2,'invalid':0}"));
        JsonNode rules = caller.json(Caller.RULES);
        assertThat(rules.get("data")).isEqualTo(Caller.json(added).get("data"));
        assertThat(rules.at("/data/0/tag").asText()).isEqualTo("lake:saude");
        assertThat(rules.at("/data/0/value").asText()).isEqualTo("#saude lang:pt");
        String second = rules.at("/data/1/id").asText();
        assertThat(second).matches("[0-9]{19}");
        assertThat(caller.json(Caller.RULES, "ids=" + second).get("data")).hasSize(1);
    }

    @Test
    void areNotAddedTwiceWhateverTheirTag() {
        String id = Caller.json(caller.addRules("one=#clima")).at("/data/0/id").asText();

        HttpResponse<byte[]> again = caller.addRules("two=#clima", "three=#saude");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(summary(again)).hasToString(json("{'created':1,'not_created':1,'valid':1,'invalid':1}"));
        JsonNode error = Caller.json(again).at("/errors/0");
        assertThat(error.get("title").asText()).isEqualTo("DuplicateRule");
        assertThat(error.get("id").asText()).isEqualTo(id);
        assertThat(error.get("value").asText()).isEqualTo("#clima");
        assertThat(error.get("type").asText()).endsWith("/duplicate-rules");
        assertThat(values()).containsExactly("#clima", "#saude");
        assertThat(caller.json(Caller.RULES).at("/data/0/tag").asText()).isEqualTo("one");
    }

    @Test
    void areNotAddedIfOneCannotBeRead() {
        HttpResponse<byte[]> refused =
                caller.addRules("good=#clima", "bad=nonsense:1", "long=" + "a".repeat(1025), "lonely=lang:pt");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(summary(refused)).hasToString(json("{'created':0,'not_created':4,'valid':1,'invalid':3}"));
        JsonNode error = Caller.json(refused).at("/errors/0");
        assertThat(error.get("title").asText()).isEqualTo("UnprocessableEntity");
        assertThat(error.get("value").asText()).isEqualTo("nonsense:1");
        assertThat(error.at("/details/0").asText()).contains("nonsense:1");
        assertThat(error.get("type").asText()).endsWith("/invalid-rules");
        assertThat(values()).isEmpty();
    }

    @Test
    void mayBeLongButNotLonger() {
        assertThat(caller.addRules("long=" + "a".repeat(1024)).statusCode()).isEqualTo(201);
    }

    @Test
    void areAThousandAtMost() {
        String[] thousand =
                IntStream.range(0, 1000).mapToObj(i -> "t=#clima word" + i).toArray(String[]::new);
        assertThat(caller.addRules(thousand).statusCode()).isEqualTo(201);

        HttpResponse<byte[]> refused = caller.addRules("t=#saude");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.json(refused).get("title").asText()).isEqualTo("RulesCapExceeded");
        assertThat(values()).hasSize(1000);
    }

    @Test
    void areDeletedByIdAndByValue() {
        String id = Caller.json(caller.addRules("a=#clima", "b=#saude", "c=#vacina"))
                .at("/data/0/id")
                .asText();

        HttpResponse<byte[]> byId = caller.post(Caller.RULES, json("{'delete':{'ids':['" + id + "','1']}}"));
        assertThat(byId.statusCode()).isEqualTo(200);
        assertThat(summary(byId)).hasToString(json("{'deleted':1,'not_deleted':1}"));
        assertThat(Caller.json(byId).at("/errors/0/errors/0/message").asText()).isEqualTo("Rule does not exist");
        assertThat(values()).containsExactly("#saude", "#vacina");

        caller.post(Caller.RULES, json("{'delete':{'values':['#saude']}}"));
        assertThat(values()).containsExactly("#vacina");

        caller.post(Caller.RULES, "", "delete_all=true");
        assertThat(values()).isEmpty();
    }

    @Test
    void stayAsTheyAreWhenTheChangeIsOnlyTried() {
        caller.addRules("a=#clima");

        HttpResponse<byte[]> added = caller.post(Caller.RULES, json("{'add':[{'value':'#saude'}]}"), "dry_run=true");
        assertThat(summary(added).get("created").asInt()).isEqualTo(1);
        HttpResponse<byte[]> deleted =
                caller.post(Caller.RULES, json("{'delete':{'values':['#clima']}}"), "dry_run=true");
        assertThat(summary(deleted).get("deleted").asInt()).isEqualTo(1);

        assertThat(values()).containsExactly("#clima");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{'add':[]}",
                "{'add':[{'tag':'a'}]}",
                "{'add':[{'value':1}]}",
                "{'add':[{'value':'#a','colour':'red'}]}",
                "{'add':[{'value':'#a'}],'delete':{'ids':['1']}}",
                "{'delete':{}}",
                "{'delete':{'ids':'1'}}",
                "{'add':[{'value':'#a'}"
            })
    void refuseABodyThatAsksForNothingSensible(String body) {
        HttpResponse<byte[]> refused = caller.post(Caller.RULES, json(body));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.json(refused).get("title").asText()).isEqualTo("Invalid Request");
        assertThat(Caller.json(refused).at("/errors/0/message").asText())
                .isEqualTo("JSON doesn't match expected schema");
    }

    @Test
    void areNeitherPutNorForgottenWithoutBeingAsked() {
        caller.addRules("a=#clima");

        assertThat(caller.delete(Caller.RULES).statusCode()).isEqualTo(405);
        assertThat(values()).containsExactly("#clima");
        assertThat(simulator.requests().get("POST " + Caller.RULES)).containsEntry("201", 1L);
    }
}
