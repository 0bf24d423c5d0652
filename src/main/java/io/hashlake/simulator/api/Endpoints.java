package io.hashlake.simulator.api;

import io.hashlake.simulator.feed.Duplication;
import io.hashlake.simulator.feed.RuleBook;
import io.hashlake.simulator.query.HashtagIndex;
import io.hashlake.simulator.request.VocabularyDetector;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import io.hashlake.simulator.stream.ServedStreams;
import io.hashlake.simulator.truth.Billing;
import io.hashlake.simulator.truth.Search;
import io.hashlake.simulator.world.World;
import java.util.HashMap;
import java.util.Map;

/** Everything that X has, by method and path. */
public final class Endpoints {

    private final World world;
    private final SimulatorSettings settings;
    private final Map<String, SimulatedEndpoint> all = new HashMap<>();

    public Endpoints(World world, SimulatorSettings settings) {
        this.world = world;
        this.settings = settings;
    }

    public Endpoints withSearch(Search search, HashtagIndex index) {
        Pages pages = new Pages(world, search, new Duplication(settings.world().seed(), settings.duplicates()));
        all.put("GET /2/tweets/search/recent", new SearchEndpoint(world, pages, settings, true));
        all.put("GET /2/tweets/search/all", new SearchEndpoint(world, pages, settings, false));
        all.put("GET /2/tweets/counts/recent", new CountsEndpoint(search, settings));
        all.put("GET /1.1/search/tweets.json", new LegacySearchEndpoint(world, new Search(world, index, true)));
        return this;
    }

    public Endpoints withUsage(Billing billing) {
        all.put("GET /2/usage/tweets", new UsageEndpoint(billing, settings));
        return this;
    }

    public Endpoints withStreams(ServedStreams connections) {
        RuleBook rules = new RuleBook(world, settings.streams().ruleDelay());
        for (String path : new String[] {StreamEndpoint.FILTERED, StreamEndpoint.SAMPLE}) {
            all.put("GET " + path, new StreamEndpoint(path, settings, rules, connections));
        }
        SimulatorVocabulary vocabulary = new VocabularyDetector(settings.vocabularies()).otherwise();
        all.put("GET " + StreamEndpoint.FILTERED + "/rules", new RulesEndpoint(rules));
        all.put("POST " + StreamEndpoint.FILTERED + "/rules", new RuleChangesEndpoint(rules, vocabulary));
        all.put("DELETE /2/connections/all", new ConnectionsEndpoint(connections));
        return this;
    }

    public Endpoints withCompliance(ComplianceJobs jobs) {
        all.put("GET " + ComplianceListEndpoint.PATH, new ComplianceListEndpoint(jobs));
        all.put("POST " + ComplianceListEndpoint.PATH, new ComplianceCreateEndpoint(jobs));
        return this;
    }

    public Map<String, SimulatedEndpoint> all() {
        return Map.copyOf(all);
    }
}
